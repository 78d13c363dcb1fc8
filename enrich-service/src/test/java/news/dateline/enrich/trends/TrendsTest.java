package news.dateline.enrich.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.TagOrigin;
import news.dateline.TopicTag;
import news.dateline.Trend;
import org.junit.jupiter.api.Test;

class TrendsTest {
    private static final long HOUR = 3_600_000;

    private final Map<String, TrendState> kept = new HashMap<>();
    private final Trends trends = new Trends(new MapStore(kept));

    @Test
    void oneArticleIsNoTrendAndTwoAre() {
        assertThat(arrived(0)).isEmpty();
        assertThat(arrived(1)).extracting(Trend::getWindowSize).containsExactly("PT1H", "P1D");
    }

    @Test
    void countsBeginAnewWithEachWindowOfUtc() {
        arrived(10 * HOUR);
        arrived(10 * HOUR + 1);
        arrived(11 * HOUR);
        Trend hour = arrived(11 * HOUR + 1).get(0);
        assertThat(hour.getWindowStart()).isEqualTo(Instant.ofEpochMilli(11 * HOUR));
        assertThat(hour.getCount()).isEqualTo(2);
    }

    @Test
    void theBaselineIsTheMovingAverageOfTheWindowsBefore() {
        for (int hour = 0; hour < 400; hour++) {
            for (int i = 0; i < 6; i++) {
                arrived(hour * HOUR + i);
            }
        }
        List<Trend> last = null;
        for (int i = 0; i < 20; i++) {
            last = arrived(400 * HOUR + i);
        }
        Trend hour = last.get(0);
        assertThat(hour.getBaseline()).isCloseTo(6, within(0.05));
        assertThat(hour.getScore()).isCloseTo((20 - 6) / Math.sqrt(7), within(0.05));
    }

    @Test
    void emptyWindowsLowerTheBaseline() {
        for (int i = 0; i < 24; i++) {
            arrived(i);
        }
        arrived(2 * HOUR);
        Trend hour = arrived(2 * HOUR + 1).get(0);
        assertThat(hour.getBaseline()).isCloseTo(1.0 * 23 / 24, within(0.01));
    }

    @Test
    void whatComesAfterItsWindowHasPassedIsNotCounted() {
        arrived(5 * HOUR);
        arrived(5 * HOUR);
        assertThat(arrived(4 * HOUR)).extracting(Trend::getWindowSize).containsExactly("P1D");
    }

    @Test
    void whatIsNotSeenAnyMoreIsForgotten() {
        arrived(0);
        trends.arrived(article("medtop:11000000"), 90 * 24 * HOUR);
        assertThat(kept.keySet()).allMatch(key -> key.contains("medtop:11000000"));
    }

    private List<Trend> arrived(long time) {
        return trends.arrived(article("medtop:15000000"), time);
    }

    private static EnrichedArticle article(String topic) {
        return EnrichedArticle.newBuilder()
                .setId("a")
                .setVersion(1)
                .setStatus(PubStatus.usable)
                .setHeadline("Headline")
                .setTopics(List.of(new TopicTag(topic, "sport", 0.9, "t@1", List.of(), TagOrigin.annotator)))
                .setReceivedAt(Instant.EPOCH)
                .setEnrichedAt(Instant.EPOCH)
                .build();
    }

    private record MapStore(Map<String, TrendState> kept) implements TrendStore {
        @Override
        public TrendState get(String key) {
            return kept.get(key);
        }

        @Override
        public void put(String key, TrendState state) {
            kept.put(key, state);
        }

        @Override
        public void removeIf(Predicate<TrendKey> old) {
            kept.entrySet()
                    .removeIf(entry -> old.test(
                            new TrendKey(entry.getKey(), entry.getValue().getWindow())));
        }
    }
}
