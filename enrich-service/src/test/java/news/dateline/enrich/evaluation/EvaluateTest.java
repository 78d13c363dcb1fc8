package news.dateline.enrich.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {
    @TempDir
    Path folder;

    @Test
    void topicsAreShownWithTheirConfusion() throws IOException {
        String figures = figures("topics", """
                source\tid\tmedtop_l1\tmedtop_l2\ttext
                own\t1\t15000000\t\tThe striker scored twice as the home team won the football cup final on penalties.
                own\t2\t11000000\t\tThe president asked parliament to vote on the new election law.
                """);
        assertThat(figures)
                .startsWith("# topics topics.txt")
                .contains("2 texts: micro F1 1.0000", "| filed | 01 |", "| 15 |", "documents/s");
    }

    @Test
    void languagesAreShownWithWhatTheyWereTakenFor() throws IOException {
        String figures = figures("language", """
                en\tThe council decided on Monday to repair the old bridge before the winter.
                de\tDer Stadtrat beschloss am Montag, die alte Brücke noch vor dem Winter zu reparieren.
                fr\tThe ferries stay in port until the storm has passed, the harbour office said.
                """);
        assertThat(figures).contains("en | 1 | 1.0000", "de | 1 | 1.0000", "fr | 1 | 0.0000 | {en=1}");
    }

    @Test
    void storiesAreShownByTheirSize() throws IOException {
        String figures = figures("stories", """
                bridge\t0\tHarbour bridge opens to traffic in Bergen
                bridge\t3600\tThousands cross the harbour bridge in Bergen
                whale\t7200\tStranded whale freed by fishermen
                """);
        assertThat(figures).contains("all: 3 | 2 | 2 | 1.000 | 1.000 | 1.000").contains("of stories of 5 and more");
    }

    @Test
    void whatIsNotKnownIsRefusedWithTheUsage() {
        assertThatThrownBy(() -> figures("weather", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weather")
                .hasMessageContaining("evaluate KIND FILE");
    }

    private String figures(String kind, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(kind + ".txt"), content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Evaluate.print(kind, file, new PrintStream(out, true, UTF_8));
        return out.toString(UTF_8);
    }
}
