package news.dateline.enrich.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.dateline.Entity;
import news.dateline.Mention;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenNlpProviderTest {

    private static Path model(Path folder) throws IOException {
        List<NameSample> samples = new ArrayList<>();
        for (String name : List.of("Lima", "Berg", "Chan", "Patel", "Koch", "Said")) {
            for (int i = 0; i < 20; i++) {
                String[] words = {"Minister", name, "arrived", "on", "Monday", "."};
                samples.add(new NameSample(words, new Span[] {new Span(1, 2, "person")}, false));
            }
        }
        TokenNameFinderModel model = NameFinderME.train(
                "en",
                "person",
                ObjectStreamUtils.createObjectStream(samples),
                TrainingParameters.defaultParams(),
                new TokenNameFinderFactory());
        Path file = folder.resolve("person.bin");
        try (OutputStream out = Files.newOutputStream(file)) {
            model.serialize(out);
        }
        return file;
    }

    @Test
    void namesOfAModelGivenByItsPathAreFoundWithTrueOffsets(@TempDir Path folder) throws IOException {
        Annotator<List<Entity>> recognizer = new OpenNlpProvider()
                .open(Map.of("models", model(folder).toString()))
                .orElseThrow();
        String body = "On Sunday it rained.\n\nMinister Novak arrived on Monday.";
        List<Entity> entities = recognizer.annotate(new ArticleText("", "", body, "en", List.of(), null));
        assertThat(entities).extracting(Entity::getName).containsExactly("Novak");
        Mention mention = entities.get(0).getMentions().get(0);
        assertThat(body.substring(mention.getStart(), mention.getEnd())).isEqualTo("Novak");
        assertThat(recognizer.annotate(new ArticleText("", "", body, "de", List.of(), null)))
                .isEmpty();
    }

    @Test
    void withoutModelsThereIsNoRecognizer() {
        assertThat(new OpenNlpProvider().open(Map.of())).isEmpty();
    }
}
