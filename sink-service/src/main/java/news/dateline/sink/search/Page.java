package news.dateline.sink.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The articles of one answer, in order.
 *
 * @param articles each as JSON, with its snippet where words were searched
 * @param last where the answer ends, null where nothing follows
 */
record Page(List<ObjectNode> articles, @Nullable Cursor last) {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String NEWEST = """
            SELECT a.id, a.shown_at, 0::real AS rank
            FROM articles AS a
            WHERE %s
            ORDER BY a.shown_at DESC, a.id DESC
            LIMIT ?
            """;
    private static final String BEST = """
            SELECT found.id, found.shown_at, found.rank
            FROM (
                SELECT a.id, a.shown_at, ts_rank(a.search, text.query::tsquery, 1) AS rank
                FROM articles AS a
                JOIN unnest(?::text[], ?::text[]) AS text (configuration, query)
                    ON text.configuration = a.search_language
                WHERE %s
            ) AS found
            %s
            ORDER BY found.rank DESC, found.shown_at DESC, found.id DESC
            LIMIT ?
            """;
    private static final String READ = """
            WITH page AS MATERIALIZED (
            %s
            )
            SELECT page.*, v.article,
                ts_headline(text.configuration::regconfig,
                    translate(left(concat_ws(E'\\n\\n', nullif(a.standfirst, ''), a.body), 50000), '<', ?),
                    text.query::tsquery, ?) AS snippet
            FROM page
            JOIN articles AS a ON a.id = page.id
            JOIN article_versions AS v ON v.article_id = a.id AND v.version = a.version
            LEFT JOIN unnest(?::text[], ?::text[]) AS text (configuration, query)
                ON text.configuration = a.search_language
            ORDER BY page.rank DESC, page.shown_at DESC, page.id DESC
            """;
    private static final String HEADLINE_OPTIONS =
            "MaxFragments=2, MaxWords=30, MinWords=12, FragmentDelimiter=\" … \"," + " StartSel=" + Snippet.START
                    + ", StopSel=" + Snippet.STOP;

    static Page read(Connection connection, SearchQuery query, TextQueries text, Conditions conditions)
            throws SQLException {
        String keys = query.order() == SearchQuery.Order.BEST ? best(query, conditions) : newest(query, conditions);
        try (PreparedStatement statement = connection.prepareStatement(READ.formatted(keys))) {
            bind(statement, query, text, conditions);
            try (ResultSet rows = statement.executeQuery()) {
                return page(rows, query);
            }
        }
    }

    private static String newest(SearchQuery query, Conditions conditions) {
        String behind = query.after() == null ? "" : "\n    AND (a.shown_at, a.id) < (?, ?)";
        return NEWEST.formatted(conditions.sql() + behind);
    }

    private static String best(SearchQuery query, Conditions conditions) {
        String behind = query.after() == null ? "" : "WHERE (found.rank, found.shown_at, found.id) < (?::real, ?, ?)";
        return BEST.formatted(conditions.sql(), behind);
    }

    private static void bind(PreparedStatement statement, SearchQuery query, TextQueries text, Conditions conditions)
            throws SQLException {
        int parameter = 1;
        if (query.order() == SearchQuery.Order.BEST) {
            parameter = bindQueries(statement, parameter, text);
        }
        parameter = conditions.bind(statement, parameter);
        Cursor after = query.after();
        if (after != null) {
            if (query.order() == SearchQuery.Order.BEST) {
                statement.setFloat(parameter++, after.rank());
            }
            statement.setObject(parameter++, after.shownAt().atOffset(ZoneOffset.UTC));
            statement.setString(parameter++, after.id());
        }
        statement.setInt(parameter++, query.limit() + 1); // one more tells whether something follows
        statement.setString(parameter++, String.valueOf(Snippet.LESS_THAN));
        statement.setString(parameter++, HEADLINE_OPTIONS);
        bindQueries(statement, parameter, text);
    }

    private static int bindQueries(PreparedStatement statement, int first, TextQueries text) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(first, connection.createArrayOf("text", text.configurations()));
        statement.setArray(first + 1, connection.createArrayOf("text", text.queries()));
        return first + 2;
    }

    private static Page page(ResultSet rows, SearchQuery query) throws SQLException {
        List<ObjectNode> articles = new ArrayList<>();
        Cursor last = null;
        while (rows.next()) {
            if (articles.size() == query.limit()) {
                return new Page(articles, last);
            }
            ObjectNode article = article(rows.getString("article"));
            if (query.q() != null) {
                article.put("snippet", Snippet.html(rows.getString("snippet")));
            }
            articles.add(article);
            last = new Cursor(
                    rows.getFloat("rank"),
                    rows.getObject("shown_at", OffsetDateTime.class).toInstant(),
                    rows.getString("id"));
        }
        return new Page(articles, null);
    }

    private static ObjectNode article(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored article is not JSON", e);
        }
    }
}
