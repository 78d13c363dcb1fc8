package news.dateline.sink.articles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.sink.store.Database;

/** Reads single articles and what they were before. Thread-safe. */
@Singleton
final class ArticleReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String VERSIONS = """
            SELECT version, received_at, article FROM article_versions WHERE article_id = ?
                AND EXISTS (SELECT FROM articles WHERE id = article_id)
            ORDER BY version
            """;
    private static final String NEWEST = """
            SELECT v.version, v.received_at, v.article
            FROM articles AS a JOIN article_versions AS v ON v.article_id = a.id AND v.version = a.version
                AND v.received_at = a.received_at
            WHERE a.id = ?
            """;
    private static final String LAST_KILL =
            "SELECT version, reason, killed_at FROM kills WHERE article_id = ? ORDER BY version DESC LIMIT 1";

    private final Database database;

    ArticleReader(Database database) {
        this.database = database;
    }

    /** What the store knows under an id. */
    sealed interface Answer {
        /** An article: the versions asked for, oldest first. */
        record Found(List<Version> versions) implements Answer {}

        /** A killed article. */
        record Killed(int version, String reason, Instant killedAt) implements Answer {}

        /** Nothing. */
        record Unknown() implements Answer {}
    }

    /**
     * A stored version.
     *
     * @param version its number
     * @param receivedAt when it came in
     * @param article the article as JSON
     */
    record Version(int version, Instant receivedAt, ObjectNode article) {}

    /** The newest version. */
    Answer newest(String id) throws SQLException {
        return read(id, NEWEST);
    }

    /** Every stored version, oldest first. */
    Answer versions(String id) throws SQLException {
        return read(id, VERSIONS);
    }

    private Answer read(String id, String sql) throws SQLException {
        return database.read(connection -> {
            List<Version> versions = find(connection, sql, id);
            if (!versions.isEmpty()) {
                return new Answer.Found(versions);
            }
            return lastKill(connection, id).orElseGet(Answer.Unknown::new);
        });
    }

    private static List<Version> find(Connection connection, String sql, String id) throws SQLException {
        List<Version> versions = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    versions.add(new Version(
                            row.getInt("version"), time(row, "received_at"), json(row.getString("article"))));
                }
            }
        }
        return versions;
    }

    private static Optional<Answer> lastKill(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_KILL)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Answer.Killed(
                                row.getInt("version"), row.getString("reason"), time(row, "killed_at")))
                        : Optional.empty();
            }
        }
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored article is not JSON", e);
        }
    }
}
