package news.dateline.enrich.linking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import news.dateline.enrich.entities.EntityAnnotator;
import news.dateline.enrich.linking.building.EvaluateLinking;
import org.junit.jupiter.api.Test;

class PlacesOfArticlesTest {

    @Test
    void placesOfNewsAreFoundAndPutWhereTheyLie() throws IOException {
        List<String> lines;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                PlacesOfArticlesTest.class.getResourceAsStream("places.txt"), StandardCharsets.UTF_8))) {
            lines = reader.lines().toList();
        }
        List<String> errors = new ArrayList<>();
        EvaluateLinking.Figures figures = EvaluateLinking.measure(
                lines, new LinkedEntities(new EntityAnnotator(), new Linker(Gazetteers.bundled())), errors::add);
        assertThat((double) figures.right() / figures.places())
                .as(errors.toString())
                .isGreaterThan(0.85);
        assertThat((double) figures.right() / figures.linked())
                .as(errors.toString())
                .isGreaterThan(0.95);
    }
}
