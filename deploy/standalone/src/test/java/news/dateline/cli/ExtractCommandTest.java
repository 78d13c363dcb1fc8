package news.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {
    private static final String PAGE =
            "<html><head><title>Pier opens again</title></head><body><h1>Pier opens again</h1><p>"
                    + "The pier is open again since Monday, and ships greet it, the harbour office said. ".repeat(6)
                    + "</p></body></html>";

    @TempDir
    Path folder;

    @Test
    void aFolderIsReadWithAllBelowIt() throws IOException {
        write("a/page.html", PAGE);
        write("b/c/item.json", "{\"uri\":\"urn:a\",\"type\":\"text\",\"headline\":\"Ninjs\",\"body_text\":\"x\"}");
        write("b/wire.xml", "<newsItem guid='urn:b'><contentMeta><headline>G2</headline></contentMeta></newsItem>");
        write(
                "b/doc.xml",
                "<?xml version='1.0'?>\n<nitf><body><body.head><hedline><hl1>Nitf</hl1></hedline></body.head></body></nitf>");
        write(".hidden/page.html", PAGE);
        Files.write(folder.resolve("picture.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, 0, 0, 1});
        Run run = Run.of("extract", folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(values(run, "headline")).containsExactly("Pier opens again", "Ninjs", "Nitf", "G2");
        assertThat(values(run, "file").get(0)).endsWith("page.html").startsWith(folder.toString());
        assertThat(run.err()).contains("picture.jpg").contains("left out");
    }

    @Test
    void linesComeOutAsTheyComeIn() throws IOException {
        String lines = "{\"uri\":\"urn:1\",\"headline\":\"One\"}\n{bad\n{\"uri\":\"urn:2\",\"headline\":\"Two\"}\n";
        InputStream in = System.in;
        try {
            System.setIn(new ByteArrayInputStream(lines.getBytes(UTF_8)));
            Run run = Run.of("extract", "-", "--type", "ndjson");
            assertThat(run.code()).isEqualTo(1);
            assertThat(values(run, "headline")).containsExactly("One", "Two");
            assertThat(run.err()).contains("item 1").contains("not valid JSON");
        } finally {
            System.setIn(in);
        }
    }

    @Test
    void aPackedArchiveGivesItsPages() throws IOException {
        Path archive = folder.resolve("crawl.warc.gz");
        try (OutputStream file = Files.newOutputStream(archive)) {
            for (int i = 0; i < 3; i++) {
                GZIPOutputStream member = new GZIPOutputStream(file);
                member.write(PushCommandTest.response("https://a.example/" + i, PAGE));
                member.finish();
            }
        }
        Run run = Run.of("extract", archive.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(values(run, "url"))
                .containsExactly("https://a.example/0", "https://a.example/1", "https://a.example/2");
    }

    @Test
    void aKindThatIsSaidIsNotGuessed() throws IOException {
        Path page = write("page", PAGE);
        assertThat(Run.of("extract", "--type", "newsml", page.toString()).err()).contains("html");
        assertThat(Run.of("extract", "--type", "nitf", page.toString()).code()).isEqualTo(1);
        assertThat(Run.of("extract", page.toString()).code()).isZero();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<String> values(Run run, String member) throws IOException {
        List<String> values = new ArrayList<>();
        for (String line : run.lines()) {
            JsonNode article = new ObjectMapper().readTree(line);
            values.add(article.path(member).asText());
        }
        return values;
    }
}
