package news.dateline.enrich.topics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import news.dateline.TopicTag;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.topics.TopicAnnotator;
import news.dateline.enrich.topics.TopicModel;
import news.dateline.enrich.topics.TopicVocabulary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTopicModelTest {
    private static final List<String> SPORT =
            List.of("striker", "goal", "match", "referee", "coach", "season", "league", "penalty");
    private static final List<String> POLITICS =
            List.of("minister", "vote", "party", "cabinet", "bill", "senate", "ballot", "treaty");

    @TempDir
    Path directory;

    @BeforeEach
    void writeData() throws IOException {
        StringBuilder texts = new StringBuilder("source\tid\tmedtop_l1\tmedtop_l2\ttext\n");
        for (int i = 0; i < 120; i++) {
            boolean sport = i % 2 == 0;
            List<String> words = sport ? SPORT : POLITICS;
            String code = sport ? "15000000" : "11000000";
            String text = "The " + words.get(i % 8) + " and the " + words.get((i / 3 + 1) % 8);
            texts.append(
                    String.format(Locale.ROOT, "cep\tcep-2020-01-%02d-X-%d\t%s\t\t%s.%n", i % 28 + 1, i, code, text));
        }
        Files.writeString(directory.resolve("topic-train.tsv"), texts);
        Files.write(
                directory.resolve("iptc-mediatopics.tsv"),
                List.of(
                        "qcode\tlevel\tparent\troot\tprefLabel\twikidata\tretired\tdefinition",
                        "medtop:15000000\t1\t\tmedtop:15000000\tsport\t\t\tContests of strength and skill"));
    }

    @Test
    void trainingTwiceGivesTheSameBytes() throws IOException {
        Path first = train("first.model");
        Path second = train("second.model");
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void theModelTellsItsTopicsApart() throws IOException {
        TopicModel model = TopicModel.read(new ByteArrayInputStream(Files.readAllBytes(train("some.model"))));
        TopicAnnotator annotator = new TopicAnnotator(model, TopicVocabulary.load());

        List<TopicTag> tags = annotator.annotate(
                new ArticleText("The referee and the coach of the league.", "", "", "en", List.of(), null));

        assertThat(tags)
                .extracting(TopicTag::getCode)
                .contains("medtop:15000000")
                .doesNotContain("medtop:11000000");
    }

    @Test
    void aModelIsTheSameAfterItIsWrittenAndRead() throws IOException {
        Path file = train("some.model");
        TopicModel model = TopicModel.read(new ByteArrayInputStream(Files.readAllBytes(file)));
        Path again = directory.resolve("again.model");
        try (var out = Files.newOutputStream(again)) {
            model.write(out);
        }
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void aDamagedModelIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(train("some.model"));
        assertThatThrownBy(() -> TopicModel.read(new ByteArrayInputStream(bytes, 0, bytes.length / 2)))
                .isInstanceOf(IOException.class);
        bytes[0] ^= 1;
        assertThatThrownBy(() -> TopicModel.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no topic model");
    }

    private Path train(String name) throws IOException {
        Path file = directory.resolve(name);
        TrainTopicModel.main(new String[] {directory.toString(), file.toString()});
        return file;
    }
}
