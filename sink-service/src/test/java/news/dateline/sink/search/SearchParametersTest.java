package news.dateline.sink.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zalando.problem.ThrowableProblem;

class SearchParametersTest {
    private static SearchQuery read(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            if (parts.length == 2) {
                String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
                parameters.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(value);
            }
        }
        return SearchParameters.read(parameters.entrySet());
    }

    @Test
    void nothingGivenIsTheNewestTwenty() {
        assertThat(read(""))
                .isEqualTo(new SearchQuery(
                        null, null, null, null, null, null, null, null, SearchQuery.Order.NEWEST, 20, null));
    }

    @Test
    void everyParameterIsRead() {
        assertThat(read("q=a+b&entity=Q1&topic=medtop:1&source=s&language=PT-br&from=2026-01-01"
                        + "&to=2026-01-02T00:00:00%2B01:00&story=st&sort=newest&limit=200"))
                .isEqualTo(new SearchQuery(
                        "a b",
                        "Q1",
                        "medtop:1",
                        "s",
                        "pt-br",
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-01-01T23:00:00Z"),
                        "st",
                        SearchQuery.Order.NEWEST,
                        200,
                        null));
    }

    @Test
    void wordsAreAnsweredBestFirst() {
        assertThat(read("q=a").order()).isEqualTo(SearchQuery.Order.BEST);
    }

    @Test
    void cursorLeadsBackToItsQueryWhateverTheLimit() {
        Cursor cursor = new Cursor(0.6079271f, Instant.parse("2026-01-01T00:00:00.123456Z"), "an/id");

        String text = cursor.write(read("q=a&limit=5"));

        assertThat(read("q=a&limit=7&cursor=" + text).after()).isEqualTo(cursor);
        assertThatThrownBy(() -> read("q=b&limit=5&cursor=" + text))
                .isInstanceOf(ThrowableProblem.class)
                .hasMessageContaining("cursor");
    }
}
