package news.dateline.enrich.trends;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;
import news.dateline.Trend;
import news.dateline.TrendKind;

/**
 * Counts how often entities, topics and stories are in the news of an hour and of a day, each beside its own baseline: an
 * exponential moving average of the windows before, which remembers about a day of hours and a week of days. Windows are
 * those of UTC, by the time of the records; what comes after its window has passed is not counted. The same articles in
 * the same order give the same counts. Not thread-safe: it belongs to one stream task.
 */
public final class Trends {
    /** An article's less salient entities are no news. */
    private static final int ENTITIES = 10;

    /** From so many articles on a count is told: one alone is no trend. */
    private static final int LEAST = 2;

    private enum Size {
        HOUR(Duration.ofHours(1), 1.0 / 24, Duration.ofDays(7)),
        DAY(Duration.ofDays(1), 1.0 / 7, Duration.ofDays(60));

        private final Duration length;
        private final double newest;
        private final long remembered;

        /**
         * @param newest weight of the newest window in the baseline
         * @param remembered how long what is not seen any more is kept
         */
        Size(Duration length, double newest, Duration remembered) {
            this.length = length;
            this.newest = newest;
            this.remembered = remembered.dividedBy(length);
        }

        long window(long time) {
            return Math.floorDiv(time, length.toMillis());
        }

        /** As it stands in keys: P1D, which {@link Duration} writes as PT24H. */
        String text() {
            return this == DAY ? "P1D" : length.toString();
        }
    }

    private record Counted(TrendKind kind, String key, String name) {}

    private final TrendStore store;
    private long today = Long.MIN_VALUE;

    /** Counts on from what is in the store. */
    public Trends(TrendStore store) {
        this.store = store;
    }

    /** Key of a trend's record. */
    public static String key(Trend trend) {
        return String.join(
                "/",
                trend.getKind().name(),
                trend.getKey(),
                trend.getWindowSize(),
                trend.getWindowStart().toString());
    }

    /**
     * Counts an article, of which this must be the first version.
     *
     * @param time time of its record, in milliseconds since the epoch
     * @return the counts that it raised
     */
    public List<Trend> arrived(EnrichedArticle article, long time) {
        forget(time);
        List<Trend> raised = new ArrayList<>();
        for (Counted counted : counted(article)) {
            for (Size size : Size.values()) {
                Trend trend = count(counted, size, time);
                if (trend != null && trend.getCount() >= LEAST) {
                    raised.add(trend);
                }
            }
        }
        return raised;
    }

    private static Iterable<Counted> counted(EnrichedArticle article) {
        Map<String, Counted> all = new LinkedHashMap<>();
        for (Entity entity : article.getEntities().stream().limit(ENTITIES).toList()) {
            String key =
                    entity.getWikidata() == null ? entity.getType() + ":" + entity.getName() : entity.getWikidata();
            all.putIfAbsent(key, new Counted(TrendKind.entity, key, entity.getName()));
        }
        article.getTopics()
                .forEach(topic -> all.putIfAbsent(
                        topic.getCode(), new Counted(TrendKind.topic, topic.getCode(), topic.getName())));
        if (article.getStory() != null) {
            String story = article.getStory().getId();
            all.put(story, new Counted(TrendKind.story, story, article.getHeadline()));
        }
        return all.values();
    }

    /** Null if the window has passed. */
    private Trend count(Counted counted, Size size, long time) {
        String key = size + "/" + counted.kind() + "/" + counted.key();
        long window = size.window(time);
        TrendState before = store.get(key);
        if (before != null && before.getWindow() > window) {
            return null;
        }
        TrendState now = before == null ? new TrendState(window, 0, 0.0) : moved(before, window, size);
        now.setCount(now.getCount() + 1);
        store.put(key, now);
        return new Trend(
                counted.kind(),
                counted.key(),
                counted.name(),
                Instant.ofEpochMilli(window * size.length.toMillis()),
                size.text(),
                now.getCount(),
                rounded(now.getBaseline()),
                rounded((now.getCount() - now.getBaseline()) / Math.sqrt(now.getBaseline() + 1)));
    }

    /** Windows that have passed go into the baseline, the empty ones between as well. */
    private static TrendState moved(TrendState state, long window, Size size) {
        if (state.getWindow() == window) {
            return TrendState.newBuilder(state).build();
        }
        double withNewest = state.getBaseline() * (1 - size.newest) + state.getCount() * size.newest;
        double faded = withNewest * Math.pow(1 - size.newest, window - state.getWindow() - 1.0);
        return new TrendState(window, 0, faded);
    }

    /** Once a day. */
    private void forget(long time) {
        long day = Size.DAY.window(time);
        if (day > today) {
            today = day;
            store.removeIf(key -> {
                Size size = Size.valueOf(key.key().substring(0, key.key().indexOf('/')));
                return key.window() < size.window(time) - size.remembered;
            });
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
