package news.dateline.enrich.opennlp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.Entity;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.RecognizerProvider;
import opennlp.tools.namefind.TokenNameFinderModel;

/** Offers the name finder of Apache OpenNLP with models of one's own: {@code models} lists their files, by commas. */
public final class OpenNlpProvider implements RecognizerProvider {

    @Override
    public String name() {
        return "opennlp";
    }

    @Override
    public Optional<Annotator<List<Entity>>> open(Map<String, String> settings) {
        List<TokenNameFinderModel> models = new ArrayList<>();
        for (String file : settings.getOrDefault("models", "").split(",", -1)) {
            if (!file.isBlank()) {
                try (InputStream in = Files.newInputStream(Path.of(file.strip()))) {
                    models.add(new TokenNameFinderModel(in));
                } catch (IOException e) {
                    throw new IllegalArgumentException(
                            "opennlp.models: " + file.strip() + " cannot be read as a name finder model.", e);
                }
            }
        }
        return models.isEmpty() ? Optional.empty() : Optional.of(new OpenNlpRecognizer(models));
    }
}
