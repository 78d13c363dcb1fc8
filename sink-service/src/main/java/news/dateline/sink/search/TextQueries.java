package news.dateline.sink.search;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text query as each text search configuration reads it: the stored articles' languages have their own stems and stop
 * words.
 *
 * @param byConfiguration configuration to tsquery
 */
record TextQueries(Map<String, String> byConfiguration) {
    static final TextQueries NONE = new TextQueries(Map.of());

    /** The beginning of a word, {@code harb*}; whatever else the query says, it must stand there. */
    private static final Pattern BEGIN = Pattern.compile("(?<!\\S)([\\p{L}\\p{N}]{1,100})\\*(?!\\S)");

    /** Walks the index from one configuration in use to the next. */
    private static final String PARSE = """
            WITH RECURSIVE used (configuration) AS (
                SELECT min(search_language) FROM article_index
                UNION ALL
                SELECT (SELECT min(search_language) FROM article_index WHERE search_language > used.configuration)
                FROM used WHERE used.configuration IS NOT NULL
            )
            SELECT configuration, query::text
            FROM used, LATERAL (
                SELECT websearch_to_tsquery(configuration::regconfig, ?)
                    && coalesce((SELECT string_agg(quote_literal(lower(begin)) || ':*', ' & ')::tsquery
                        FROM unnest(?::text[]) AS begin), ''::tsquery)) AS text (query)
            WHERE configuration IS NOT NULL AND numnode(query) > 0
            """;

    static TextQueries parse(Connection connection, String q) throws SQLException {
        Map<String, String> queries = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(PARSE)) {
            Matcher begin = BEGIN.matcher(q);
            statement.setString(1, begin.replaceAll(" "));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            begin.reset().results().map(found -> found.group(1)).toArray()));
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
     * function article_lexemes about the marker.
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
