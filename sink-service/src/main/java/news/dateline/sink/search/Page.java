package news.dateline.sink.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

    /** Articles that are ranked; of more matches, the ones that came last. */
    private static final int MOST_RANKED = 1_000;

    // Few matches are all found and then sorted; where there are many, the newest are found by walking through time.
    private static final String NEWEST_OF_FEW = """
            SELECT article_id, shown_at, 0::real AS rank
            FROM (SELECT a.article_id, a.shown_at FROM article_index AS a WHERE %s OFFSET 0) AS found
            WHERE true %s
            ORDER BY shown_at DESC, article_id DESC
            LIMIT ?
            """;
    private static final String NEWEST_OF_MANY = """
            SELECT a.article_id, a.shown_at, 0::real AS rank
            FROM article_index AS a
            WHERE %s %s
            ORDER BY a.shown_at DESC, a.article_id DESC
            LIMIT ?
            """;
    private static final String BEST = """
            SELECT found.article_id, found.shown_at, found.rank
            FROM (
                SELECT a.article_id, a.shown_at, ts_rank(a.search, text.query::tsquery, 1) AS rank
                FROM (
                    SELECT a.article_id, a.shown_at, a.search_language, a.search
                    FROM article_index AS a WHERE %s ORDER BY a.no DESC LIMIT ?
                ) AS a
                JOIN unnest(?::text[], ?::text[]) AS text (configuration, query)
                    ON text.configuration = a.search_language
            ) AS found
            WHERE true %s
            ORDER BY found.rank DESC, found.shown_at DESC, found.article_id DESC
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
            JOIN articles AS a ON a.id = page.article_id
            JOIN article_versions AS v
                ON v.article_id = a.id AND v.version = a.version AND v.received_at = a.received_at
            LEFT JOIN unnest(?::text[], ?::text[]) AS text (configuration, query)
                ON text.configuration = text_search_language(a.language)
            ORDER BY page.rank DESC, page.shown_at DESC, page.article_id DESC
            """;
    private static final String HEADLINE_OPTIONS =
            "MaxFragments=2, MaxWords=30, MinWords=12, FragmentDelimiter=\" … \"," + " StartSel=" + Snippet.START
                    + ", StopSel=" + Snippet.STOP;

    /**
     * Reads a page.
     *
     * @param found how many articles there are
     */
    static Page read(Connection connection, SearchQuery query, TextQueries text, Conditions conditions, Facets found)
            throws SQLException {
        boolean best = query.order() == SearchQuery.Order.BEST && !text.isEmpty();
        boolean many = found.total() > Facets.MOST_COUNTED;
        Conditions searched = best && many ? newestMatches(connection, conditions, found.total()) : conditions;
        String behind = "";
        if (query.after() != null) {
            behind = best
                    ? "AND (found.rank, found.shown_at, found.article_id) < (?::real, ?, ?)"
                    : "AND (shown_at, article_id) < (?, ?)";
        }
        String keys = (best ? BEST : many ? NEWEST_OF_MANY : NEWEST_OF_FEW).formatted(searched.sql(), behind);
        if (!best && many) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL enable_bitmapscan = off");
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(READ.formatted(keys))) {
            bind(statement, query, text, searched, best);
            try (ResultSet rows = statement.executeQuery()) {
                return page(rows, query);
            }
        }
    }

    /** The search narrowed to the newest blocks of the index that hold about as many matches as are ranked. */
    private static Conditions newestMatches(Connection connection, Conditions conditions, long total)
            throws SQLException {
        List<Long> blocks = Facets.blocks(connection);
        long wanted = 2 + MOST_RANKED * (long) blocks.size() / total;
        return wanted >= blocks.size()
                ? conditions
                : conditions.in(blocks.subList((int) (blocks.size() - wanted), blocks.size()));
    }

    private static void bind(
            PreparedStatement statement, SearchQuery query, TextQueries text, Conditions conditions, boolean best)
            throws SQLException {
        int parameter = conditions.bind(statement, 1);
        if (best) {
            statement.setInt(parameter++, MOST_RANKED);
            parameter = bindQueries(statement, parameter, text);
        }
        Cursor after = query.after();
        if (after != null) {
            if (best) {
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
                String snippet = rows.getString("snippet");
                article.put("snippet", snippet == null ? "" : Snippet.html(snippet));
            }
            articles.add(article);
            last = new Cursor(
                    rows.getFloat("rank"),
                    rows.getObject("shown_at", OffsetDateTime.class).toInstant(),
                    rows.getString("article_id"));
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
