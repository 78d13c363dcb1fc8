package news.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dateline demo} from page to output. */
class DemoIT {
    @TempDir
    Path folder;

    @Test
    void theSamplePageBecomesTwoTaggedArticles() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(demo(out, "--json")).isZero();
        JsonNode articles = new ObjectMapper().readTree(out.toByteArray());
        assertThat(articles.isArray()).isTrue();
        assertThat(articles.findValuesAsText("dateline")).containsExactly("COPENHAGEN", "OSLO");
        assertThat(articles.get(0).path("entities").findValuesAsText("name")).contains("Mette Frederiksen");
    }

    @Test
    void whatIsNoArticleIsAFailureAndTheRestIsShown() throws IOException {
        Path good = Files.writeString(folder.resolve("good.json"), "{\"headline\": \"Fair\", \"body\": \"It opens.\"}");
        Path bad = Files.writeString(folder.resolve("bad.json"), "[{\"body\": 7}]");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(demo(out, good.toString(), bad.toString())).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("Fair", "It opens.").doesNotContain("\u001b[");
    }

    private static int demo(ByteArrayOutputStream out, String... arguments) {
        PrintStream before = System.out;
        try {
            System.setOut(new PrintStream(out, true, UTF_8));
            String[] line = new String[arguments.length + 1];
            line[0] = "demo";
            System.arraycopy(arguments, 0, line, 1, arguments.length);
            return Dateline.commandLine().execute(line);
        } finally {
            System.setOut(before);
        }
    }
}
