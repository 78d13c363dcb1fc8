package news.dateline.sink.search;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text query as each text search configuration reads it: the stored articles' languages have their own stems and stop
 * words.
 *
 * @param byConfiguration configuration to tsquery
 */
record TextQueries(Map<String, String> byConfiguration) {
    static final TextQueries NONE = new TextQueries(Map.of());

    /** Walks the index from one configuration in use to the next. */
    private static final String PARSE = """
            WITH RECURSIVE used (configuration) AS (
                SELECT min(search_language) FROM articles
                UNION ALL
                SELECT (SELECT min(search_language) FROM articles WHERE search_language > used.configuration)
                FROM used WHERE used.configuration IS NOT NULL
            )
            SELECT configuration, query::text
            FROM used, websearch_to_tsquery(configuration::regconfig, ?) AS query
            WHERE configuration IS NOT NULL AND numnode(query) > 0
            """;

    static TextQueries parse(Connection connection, String q) throws SQLException {
        Map<String, String> queries = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(PARSE)) {
            statement.setString(1, q);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    queries.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return new TextQueries(queries);
    }

    boolean isEmpty() {
        return byConfiguration.isEmpty();
    }

    /**
     * One tsquery for the index: a branch for each configuration, good only for articles that were read by it; see SQL
     * function article_search about the marker.
     */
    String combined() {
        return byConfiguration.entrySet().stream()
                .map(e -> "(" + e.getValue() + ") & '~" + e.getKey() + "'")
                .collect(joining(" | "));
    }

    String[] configurations() {
        return byConfiguration.keySet().toArray(String[]::new);
    }

    String[] queries() {
        return byConfiguration.values().toArray(String[]::new);
    }
}
