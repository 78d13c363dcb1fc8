package news.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.dateline.edge.access.ApiKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo", "up", "push", "tail", "search", "show", "kill", "apikey", "dlq", "export", "rebuild", "extract",
                "enrich"
            })
    void everyCommandHasHelp(String command) {
        Run run = run(command, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: dateline " + command);
    }

    @Test
    void aWrongCallExitsWithTwo() {
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("fly").code()).isEqualTo(2);
        assertThat(run("kill", "x").code()).isEqualTo(2);
        assertThat(run("dlq").code()).isEqualTo(2);
        assertThat(run("dlq", "discard", "x").code()).isEqualTo(2);
        assertThat(run("dlq", "replay").code()).isEqualTo(2);
        assertThat(run("push", "--type", "scroll", "x").code()).isEqualTo(2);
    }

    @Test
    void anApiKeyIsMadeWithTheEntryThatLetsItIn() {
        Run run = run("apikey", "desk", "--role", "read", "--role", "operate", "--quota", "600/m");
        assertThat(run.code()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0)).startsWith("dl_").hasSizeGreaterThan(40);
        assertThat(lines.get(1)).isEqualTo("desk:read+operate:" + ApiKeys.hash(lines.get(0)) + ":600/m");
        assertThat(run("apikey", "desk", "--role", "write").code()).isEqualTo(2);
    }

    @Test
    void aFailureExitsWithOneAndOneLine() {
        Run run = run("extract", folder.resolve("nothing.txt").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.err()).contains("There is no file");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aStackThatDoesNotAnswerIsSaidSo() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Run run = run("show", "x", "--server", "http://127.0.0.1:" + free);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("Nothing answers at");
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = run("up", "--data", folder.toString(), "--ingest-port", Integer.toString(taken.getLocalPort()));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("Port " + taken.getLocalPort() + " for the ingest service is in use");
        }
    }

    @Test
    void extractPrintsOneArticleALineWithItsFile() throws IOException {
        Path page = folder.resolve("page.txt");
        Files.writeString(
                page,
                "Lighthouse relit after a century\n\nBERGEN: The lamp of the old lighthouse burns again since Monday, "
                        + "and ships greet it with their horns, the harbour office said.\n\n"
                        + "Volunteers had repaired the lens for nine years.\n");
        Run run = run("extract", page.toString());
        assertThat(run.code()).isZero();
        JsonNode article = new ObjectMapper().readTree(run.out());
        assertThat(article.path("headline").asText()).isEqualTo("Lighthouse relit after a century");
        assertThat(article.path("dateline").asText()).isEqualTo("BERGEN");
        assertThat(article.path("file").asText()).isEqualTo(page.toString());
    }

    @Test
    void extractKnowsFeedsByTheirContent() throws IOException {
        Path rss = folder.resolve("feed.xml");
        Files.writeString(
                rss,
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Post</title>"
                        + "<item><title>Bridge opens</title><link>https://post.example/a</link></item></channel></rss>");
        Path json = folder.resolve("feed");
        Files.writeString(
                json,
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\n\"items\":[{\"id\":\"1\","
                        + "\"title\":\"Ferry late\",\"content_text\":\"Fog.\"}]}");
        Run run = run("extract", rss.toString(), json.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"headline\":\"Bridge opens\"", "\"headline\":\"Ferry late\"");
    }

    @Test
    void enrichKeepsTheOrderAndTheIds() throws IOException {
        Path lines = folder.resolve("texts.ndjson");
        Files.writeString(lines, """
                {"id":"1","headline":"","body":"Chancellor Eva Lind met reporters in Vienna on Monday."}
                {"id":2,"body":"Der Stadtrat beschloss am Montag, die Brücke zu reparieren."}
                """);
        Run run = run("enrich", lines.toString());
        assertThat(run.code()).isZero();
        String[] out = run.out().strip().split("\n", -1);
        assertThat(out).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(out[0]);
        assertThat(first.path("id").asText()).isEqualTo("1");
        assertThat(first.path("entities").findValuesAsText("name")).contains("Eva Lind", "Vienna");
        JsonNode second = new ObjectMapper().readTree(out[1]);
        assertThat(second.path("id").asInt()).isEqualTo(2);
        assertThat(second.path("language").asText()).isEqualTo("de");
        assertThat(second.path("entities")).isEmpty();
    }

    @Test
    void enrichReadsWhatExtractWrites() throws IOException {
        Path lines = folder.resolve("extracted.ndjson");
        Files.writeString(lines, """
                {"id":"1","language":"en-GB","headline":"Harbour closed","standfirst":["Minister Eva Lind visits Bergen",\
                "Ferries stay in port"],"byline":["Otto Berg"],"body":"Otto Berg reports from the harbour today."}
                """);
        JsonNode tags =
                new ObjectMapper().readTree(run("enrich", lines.toString()).out());
        assertThat(tags.path("entities").findValuesAsText("name"))
                .contains("Bergen")
                .doesNotContain("Otto Berg");
        assertThat(tags.path("entities").findValuesAsText("field")).contains("standfirst");
    }

    private static Run run(String... args) {
        return Run.of(args);
    }
}
