package news.dateline.sink.stories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.sink.store.Database;
import news.dateline.sink.web.ListCursor;

/** Reads stories, entities and trends. Thread-safe. */
@Singleton
final class StoryShelf {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String STORIES = """
            SELECT id, last_seen, story FROM stories
            WHERE article_count > 0 AND (status = ?::text OR ?::text IS NULL AND status <> 'merged') %s
            ORDER BY last_seen DESC, id DESC LIMIT ?
            """;
    private static final String STORY = "SELECT id, last_seen, story FROM stories WHERE id = ?";
    private static final String MEMBERS = """
            SELECT v.article FROM articles AS a
            JOIN article_versions AS v ON v.article_id = a.id AND v.version = a.version AND v.received_at = a.received_at
            WHERE a.story_id = ? AND a.status = 'usable'
            ORDER BY a.shown_at DESC, a.id DESC LIMIT 100
            """;
    private static final String TRENDS = """
            SELECT kind, key, window_size, window_start, name, articles, baseline, score,
                (SELECT json_agg(json_build_object('windowStart', to_char(w.window_start AT TIME ZONE 'UTC',
                        'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'count', w.articles) ORDER BY w.window_start)
                    FROM (SELECT window_start, articles FROM trends AS t
                        WHERE t.kind = top.kind AND t.key = top.key AND t.window_size = top.window_size
                        ORDER BY window_start DESC LIMIT 48) AS w) AS course
            FROM (
                SELECT DISTINCT ON (kind, key) * FROM trends
                WHERE window_size = ? AND (kind = ?::text OR ?::text IS NULL)
                    AND window_start IN (
                        SELECT newest - pause FROM (SELECT max(window_start) AS newest FROM trends WHERE window_size = ?),
                            (VALUES (interval '0'), (?::interval)) AS before (pause))
                ORDER BY kind, key, score DESC
            ) AS top
            WHERE score > 0
            ORDER BY score DESC, articles DESC, kind, key LIMIT ?
            """;

    private final Database database;

    StoryShelf(Database database) {
        this.database = database;
    }

    /** A page of a list: its items and where the next one begins. */
    record Listed(List<ObjectNode> items, @Nullable String next) {}

    /** Stories, the latest first; those that are merged into others only if asked for. */
    Listed stories(@Nullable String status, int limit, @Nullable ListCursor after) throws SQLException {
        String behind = after == null ? "" : "AND (last_seen, id) < (?, ?)";
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(STORIES.formatted(behind))) {
                statement.setString(1, status);
                statement.setString(2, status);
                int parameter = 3;
                if (after != null) {
                    statement.setObject(parameter++, after.time().atOffset(ZoneOffset.UTC));
                    statement.setString(parameter++, after.id());
                }
                statement.setInt(parameter, limit + 1);
                return listed(statement, limit);
            }
        });
    }

    private static Listed listed(PreparedStatement statement, int limit) throws SQLException {
        List<ObjectNode> items = new ArrayList<>();
        ListCursor last = null;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                if (items.size() == limit) {
                    return new Listed(items, last.write());
                }
                items.add((ObjectNode) json(row.getString("story")));
                last = new ListCursor(
                        row.getObject("last_seen", OffsetDateTime.class)
                                .toInstant()
                                .toString(),
                        row.getString("id"));
            }
        }
        return new Listed(items, null);
    }

    /** A story with its newest articles in place of their ids. */
    Optional<ObjectNode> story(String id) throws SQLException {
        return database.read(connection -> {
            ObjectNode story;
            try (PreparedStatement statement = connection.prepareStatement(STORY)) {
                statement.setString(1, id);
                List<ObjectNode> found = listed(statement, 1).items();
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                story = found.get(0);
            }
            story.set("articles", members(connection, id));
            return Optional.of(story);
        });
    }

    private static ArrayNode members(Connection connection, String id) throws SQLException {
        ArrayNode articles = JsonNodeFactory.instance.arrayNode();
        try (PreparedStatement statement = connection.prepareStatement(MEMBERS)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    articles.add(json(row.getString(1)));
                }
            }
        }
        return articles;
    }

    /** What rises over what is usual for it, in the newest window and the one before. */
    List<ObjectNode> trends(String window, @Nullable String kind, int limit) throws SQLException {
        return database.read(connection -> {
            List<ObjectNode> trends = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(TRENDS)) {
                statement.setString(1, window);
                statement.setString(2, kind);
                statement.setString(3, kind);
                statement.setString(4, window);
                statement.setString(5, window);
                statement.setInt(6, limit);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        trends.add(trend(row));
                    }
                }
            }
            return trends;
        });
    }

    private static ObjectNode trend(ResultSet row) throws SQLException {
        ObjectNode trend = JsonNodeFactory.instance.objectNode();
        trend.put("kind", row.getString("kind")).put("key", row.getString("key"));
        trend.put("name", row.getString("name"));
        trend.put(
                "windowStart",
                row.getObject("window_start", OffsetDateTime.class).toInstant().toString());
        trend.put("windowSize", row.getString("window_size")).put("count", row.getInt("articles"));
        trend.put("baseline", row.getDouble("baseline")).put("score", row.getDouble("score"));
        trend.set("course", json(row.getString("course")));
        return trend;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is stored is not JSON", e);
        }
    }
}
