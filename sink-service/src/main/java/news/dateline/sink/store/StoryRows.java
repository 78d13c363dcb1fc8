package news.dateline.sink.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.dateline.Story;
import news.dateline.Trend;
import news.dateline.schemas.json.StoryJson;

/** Tables stories and trends. A later record of a key replaces the earlier one: a key's records lie in one partition. */
final class StoryRows {
    private static final String PUT_STORIES = """
            INSERT INTO stories (id, label, status, lead_article, merged_into, article_count, first_seen, last_seen, story)
            SELECT id, label, status, lead_article, merged_into, article_count, first_seen, last_seen, story::json
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int4[], ?::timestamptz[],
                ?::timestamptz[], ?::text[]) AS told (id, label, status, lead_article, merged_into, article_count,
                    first_seen, last_seen, story)
            ORDER BY id
            ON CONFLICT (id) DO UPDATE SET label = excluded.label, status = excluded.status,
                lead_article = excluded.lead_article, merged_into = excluded.merged_into,
                article_count = excluded.article_count, first_seen = excluded.first_seen,
                last_seen = excluded.last_seen, story = excluded.story
            """;
    private static final List<Column<Story>> STORY = List.of(
            Column.text(Story::getId),
            Column.text(Story::getLabel),
            Column.text(Story::getStatus),
            Column.text(Story::getLeadArticle),
            Column.text(Story::getMergedInto),
            Column.integer(Story::getArticleCount),
            Column.time(Story::getFirstSeen),
            Column.time(Story::getLastSeen),
            Column.text(StoryJson::write));

    private static final String PUT_TRENDS = """
            INSERT INTO trends (kind, key, window_size, window_start, name, articles, baseline, score)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::int4[], ?::float8[],
                ?::float8[]) AS told (kind, key, window_size, window_start, name, articles, baseline, score)
            ORDER BY 1, 2, 3, 4
            ON CONFLICT (kind, key, window_size, window_start) DO UPDATE SET name = excluded.name,
                articles = excluded.articles, baseline = excluded.baseline, score = excluded.score
            """;
    private static final List<Column<Trend>> TREND = List.of(
            Column.text(Trend::getKind),
            Column.text(Trend::getKey),
            Column.text(Trend::getWindowSize),
            Column.time(Trend::getWindowStart),
            Column.text(Trend::getName),
            Column.integer(Trend::getCount),
            Column.number(Trend::getBaseline),
            Column.number(Trend::getScore));

    private StoryRows() {}

    static void put(Connection connection, List<Story> stories, List<Trend> trends) throws SQLException {
        if (!stories.isEmpty()) {
            Map<String, Story> last = new LinkedHashMap<>();
            stories.forEach(story -> last.put(story.getId(), story));
            Column.execute(connection, PUT_STORIES, STORY, List.copyOf(last.values()));
        }
        if (!trends.isEmpty()) {
            Map<List<Object>, Trend> last = new LinkedHashMap<>();
            trends.forEach(t -> last.put(List.of(t.getKind(), t.getKey(), t.getWindowSize(), t.getWindowStart()), t));
            Column.execute(connection, PUT_TRENDS, TREND, List.copyOf(last.values()));
        }
    }
}
