package news.dateline.enrich.entities.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import news.dateline.Entity;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.entities.CrfModel;
import news.dateline.enrich.entities.EntityAnnotator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainEntityModelTest {

    private static final TrainingPlan PLAN = new TrainingPlan(7, 16, 4, 1, 2, 0.1f, 100, 300, 0.05f, 0.02f);
    private static final List<String> PERSONS =
            List.of("Ana Lima", "Otto Berg", "Mei Chan", "Raj Patel", "Lena Koch", "Omar Said");
    private static final List<String> PLACES = List.of("Lisbon", "Vienna", "Macau", "Pune", "Bremen", "Tunis");

    private static Path corpus(Path data) throws IOException {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            String[] person = PERSONS.get(i % PERSONS.size()).split(" ", -1);
            columns.append("-DOCSTART-\tO\n\n")
                    .append(person[0])
                    .append("\tB-PER\n")
                    .append(person[1])
                    .append("\tI-PER\n");
            columns.append(i % 2 == 0 ? "arrived\tO\nin\tO\n" : "flew\tO\nto\tO\n")
                    .append(PLACES.get(i * 5 % PLACES.size()))
                    .append("\tB-LOC\ntoday\tO\n.\tO\n\n");
        }
        Files.createDirectories(data.resolve("ner"));
        Files.createDirectories(data.resolve("gazetteer"));
        Files.writeString(data.resolve("ner/gmb-normalised-train.bio"), columns);
        Files.writeString(
                data.resolve("gazetteer/countries.tsv"),
                "iso2\tiso3\tname\tofficial\nPT\tPRT\tPortugal\tthe Portuguese Republic\n");
        return data;
    }

    private static byte[] train(Path data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TrainEntityModel.train(data, PLAN, out, line -> {});
        return out.toByteArray();
    }

    @Test
    void trainingTwiceGivesTheSameBytes(@TempDir Path folder) throws IOException {
        Path data = corpus(folder);
        assertThat(train(data)).isEqualTo(train(data));
    }

    @Test
    void trainedModelFindsNamesItHasNotSeen(@TempDir Path folder) throws IOException {
        CrfModel model = CrfModel.read(new ByteArrayInputStream(train(corpus(folder))));
        List<Entity> entities = new EntityAnnotator(model)
                .annotate(new ArticleText("", "", "Eva Silva arrived in Oporto today.", "en", List.of(), null));
        assertThat(entities).extracting(Entity::getName).containsExactlyInAnyOrder("Eva Silva", "Oporto");
    }
}
