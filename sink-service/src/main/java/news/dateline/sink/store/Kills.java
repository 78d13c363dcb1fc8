package news.dateline.sink.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.dateline.EnrichedArticle;

/** Table kills, and what a kill does to the others. */
final class Kills {
    private static final String RECORD = """
            INSERT INTO kills (article_id, version, source_id, reason, killed_at, received_at)
            SELECT * FROM unnest(?::text[], ?::int4[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
            ON CONFLICT (article_id, version) DO NOTHING
            """;
    private static final List<Column<EnrichedArticle>> COLUMNS = List.of(
            Column.text(EnrichedArticle::getId),
            Column.integer(EnrichedArticle::getVersion),
            Column.text(a -> a.getSource() == null ? null : a.getSource().getId()),
            Column.text(EnrichedArticle::getReason),
            Column.time(Kills::killedAt),
            Column.time(EnrichedArticle::getReceivedAt));

    private static final String FORGET_VERSIONS = """
            DELETE FROM article_versions AS v
            USING unnest(?::text[], ?::int4[]) AS kill (id, version)
            WHERE v.article_id = kill.id AND v.version <= kill.version
            """;
    private static final String FORGET_ENTITIES = """
            DELETE FROM article_entities AS e
            USING unnest(?::text[], ?::int4[]) AS kill (id, version), articles AS a
            WHERE e.article_id = kill.id AND a.id = kill.id AND a.version <= kill.version
            RETURNING e.entity_id
            """;
    private static final String FORGET_TAGS = """
            DELETE FROM %s AS t
            USING unnest(?::text[], ?::int4[]) AS kill (id, version), articles AS a
            WHERE t.article_id = kill.id AND a.id = kill.id AND a.version <= kill.version
            """;
    private static final String FORGET_ARTICLES = """
            DELETE FROM articles AS a
            USING unnest(?::text[], ?::int4[]) AS kill (id, version)
            WHERE a.id = kill.id AND a.version <= kill.version
            """;
    private static final List<Column<EnrichedArticle>> KEY =
            List.of(Column.text(EnrichedArticle::getId), Column.integer(EnrichedArticle::getVersion));

    private static final String LAST =
            "SELECT article_id, max(version) FROM kills WHERE article_id = ANY (?::text[]) GROUP BY article_id";

    private Kills() {}

    /** Records kills and removes what they kill; gives the entities that lost an article. */
    static Set<String> write(Connection connection, List<EnrichedArticle> kills) throws SQLException {
        Set<String> entities = new HashSet<>();
        if (kills.isEmpty()) {
            return entities;
        }
        Column.execute(connection, RECORD, COLUMNS, kills);
        DeadLetterRows.erase(
                connection, kills.stream().map(EnrichedArticle::getId).toList());
        AlertRows.kill(connection, kills);
        Column.execute(connection, FORGET_VERSIONS, KEY, kills);
        try (PreparedStatement statement = connection.prepareStatement(FORGET_ENTITIES)) {
            Column.bind(statement, KEY, kills);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entities.add(rows.getString(1));
                }
            }
        }
        Column.execute(connection, FORGET_TAGS.formatted("mentions"), KEY, kills);
        Column.execute(connection, FORGET_TAGS.formatted("article_topics"), KEY, kills);
        Column.execute(connection, FORGET_TAGS.formatted("article_index"), KEY, kills);
        Column.execute(connection, FORGET_ARTICLES, KEY, kills);
        return entities;
    }

    /** Those of the versions that are newer than every kill of their article. */
    static List<EnrichedArticle> survivors(Connection connection, List<EnrichedArticle> versions) throws SQLException {
        Map<String, Integer> last = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            Column.bind(statement, List.of(Column.text(EnrichedArticle::getId)), versions);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    last.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return versions.stream()
                .filter(a -> a.getVersion() > last.getOrDefault(a.getId(), 0))
                .toList();
    }

    private static Instant killedAt(EnrichedArticle kill) {
        return kill.getKilledAt() == null ? kill.getReceivedAt() : kill.getKilledAt();
    }
}
