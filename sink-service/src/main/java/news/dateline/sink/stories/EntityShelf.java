package news.dateline.sink.stories;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.sink.store.Database;
import news.dateline.sink.store.Names;

/** Reads entities: persons, organisations and places. Thread-safe. */
@Singleton
final class EntityShelf {
    /** Counts end here: of who is named more often it is enough to know that. */
    private static final int MOST_COUNTED = 10_000;

    private static final String COLUMNS = """
            e.id, e.type, e.name, e.wikidata, e.geonames, e.country, e.latitude, e.longitude,
            (SELECT count(*) FROM (SELECT FROM article_entities AS n WHERE n.entity_id = e.id LIMIT %d) AS counted)
                AS articles
            """.formatted(MOST_COUNTED);
    private static final String BY_NAME = "SELECT " + COLUMNS + """
            FROM entities AS e
            WHERE (name_folded LIKE ? OR name_folded % ? OR id = upper(?)) AND (type = ?::text OR ?::text IS NULL)
            ORDER BY (id = upper(?) OR name_folded = ?) DESC, name_folded LIKE ? DESC, similarity(name_folded, ?) DESC,
                articles DESC, e.id
            LIMIT ?
            """;
    private static final String MOST_NAMED = "SELECT " + COLUMNS + """
            FROM (
                SELECT hash, count(*) AS recent
                FROM (SELECT entities FROM article_index ORDER BY shown_at DESC, article_id DESC LIMIT 2000) AS newest,
                    unnest(newest.entities) AS hash
                GROUP BY hash ORDER BY recent DESC, hash LIMIT 500
            ) AS top
            JOIN entities AS e ON hash_of(e.id) = top.hash
            WHERE (type = ?::text OR ?::text IS NULL)
            ORDER BY top.recent DESC, e.id LIMIT ?
            """;
    private static final String BY_ID = "SELECT " + COLUMNS + "FROM entities AS e WHERE e.id = ?";
    private static final String NAMES = """
            SELECT name, count(*) AS articles
            FROM (SELECT name FROM article_entities WHERE entity_id = ? LIMIT 5000) AS named
            GROUP BY name ORDER BY articles DESC, name LIMIT 20
            """;
    private static final String TOGETHER = """
            SELECT e.id, e.type, e.name, count(*) AS articles
            FROM (SELECT article_id FROM article_entities WHERE entity_id = ? ORDER BY score DESC, article_id LIMIT 500)
                AS naming
            JOIN article_entities AS other ON other.article_id = naming.article_id AND other.entity_id <> ?
            JOIN entities AS e ON e.id = other.entity_id
            GROUP BY e.id ORDER BY articles DESC, e.id LIMIT 20
            """;
    private static final String COURSE = """
            SELECT to_char(date_trunc('day', a.shown_at AT TIME ZONE 'UTC'), 'YYYY-MM-DD') AS name, count(*) AS articles
            FROM (SELECT article_id FROM article_entities WHERE entity_id = ? LIMIT 5000) AS naming
            JOIN article_index AS a ON a.article_id = naming.article_id
            GROUP BY 1 ORDER BY 1 DESC LIMIT 90
            """;

    private final Database database;

    EntityShelf(Database database) {
        this.database = database;
    }

    /** Entities whose name begins like or is spelled much like a text; without one those most named of late. */
    List<ObjectNode> find(@Nullable String q, @Nullable String type, int limit) throws SQLException {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(q == null ? MOST_NAMED : BY_NAME)) {
                int parameter = 1;
                if (q != null) {
                    String folded = Names.folded(q);
                    String beginning = folded.replaceAll("([\\\\%_])", "\\\\$1") + "%";
                    for (String value : new String[] {beginning, folded, q, type, type, q, folded, beginning, folded}) {
                        statement.setString(parameter++, value);
                    }
                } else {
                    statement.setString(parameter++, type);
                    statement.setString(parameter++, type);
                }
                statement.setInt(parameter, limit);
                return entities(statement);
            }
        });
    }

    /** An entity with the names that articles use for it, those named together with it, and its course by day. */
    Optional<ObjectNode> entity(String id) throws SQLException {
        return database.read(connection -> {
            List<ObjectNode> found;
            try (PreparedStatement statement = connection.prepareStatement(BY_ID)) {
                statement.setString(1, id);
                found = entities(statement);
            }
            if (found.isEmpty()) {
                return Optional.empty();
            }
            ObjectNode entity = found.get(0);
            entity.set("names", counts(connection, NAMES, "name", id));
            entity.set("together", together(connection, id));
            entity.set("course", counts(connection, COURSE, "day", id));
            return Optional.of(entity);
        });
    }

    private static List<ObjectNode> entities(PreparedStatement statement) throws SQLException {
        List<ObjectNode> entities = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ObjectNode entity = JsonNodeFactory.instance.objectNode();
                entity.put("id", row.getString("id")).put("type", row.getString("type"));
                entity.put("name", row.getString("name")).put("wikidata", row.getString("wikidata"));
                entity.put("geonames", row.getObject("geonames", Long.class)).put("country", row.getString("country"));
                if (row.getObject("latitude") == null) {
                    entity.putNull("coordinates");
                } else {
                    entity.putObject("coordinates")
                            .put("lat", row.getDouble("latitude"))
                            .put("lon", row.getDouble("longitude"));
                }
                entities.add(entity.put("articles", row.getLong("articles")));
            }
        }
        return entities;
    }

    private static ArrayNode counts(Connection connection, String sql, String name, String id) throws SQLException {
        ArrayNode counts = JsonNodeFactory.instance.arrayNode();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.addObject().put(name, row.getString("name")).put("count", row.getLong("articles"));
                }
            }
        }
        return counts;
    }

    private static ArrayNode together(Connection connection, String id) throws SQLException {
        ArrayNode others = JsonNodeFactory.instance.arrayNode();
        try (PreparedStatement statement = connection.prepareStatement(TOGETHER)) {
            statement.setString(1, id);
            statement.setString(2, id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    others.addObject()
                            .put("id", row.getString("id"))
                            .put("type", row.getString("type"))
                            .put("name", row.getString("name"))
                            .put("count", row.getLong("articles"));
                }
            }
        }
        return others;
    }
}
