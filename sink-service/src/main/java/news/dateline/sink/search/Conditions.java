package news.dateline.sink.search;

import static java.util.stream.Collectors.joining;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.dateline.sink.store.Names;

/**
 * The conditions of a search on table article_index, named a. Words and filters are one tsquery, see the table's comment
 * about tags; times are columns. Immutable.
 *
 * @param tsquery words and filters; empty where there are none, which every row meets
 * @param query where the times stand
 */
record Conditions(String tsquery, SearchQuery query) {
    /** A tag that no article has: nothing is found. */
    private static final String NOTHING = "'~nothing'";

    static Conditions of(SearchQuery query, TextQueries text) {
        List<String> parts = new ArrayList<>();
        if (query.q() != null) {
            parts.add(text.isEmpty() ? NOTHING : "(" + text.combined() + ")");
        }
        if (query.entity() != null) {
            parts.add("(" + tag("~e:", query.entity().toUpperCase(Locale.ROOT)) + " | "
                    + tag("~n:", Names.folded(query.entity())) + ")");
        }
        if (query.topic() != null) {
            parts.add(tag("~t:", query.topic()));
        }
        if (query.source() != null) {
            parts.add(tag("~s:", query.source()));
        }
        if (query.language() != null) {
            parts.add(tag("~l:", query.language()));
        }
        if (query.story() != null) {
            parts.add(tag("~y:", query.story()));
        }
        return new Conditions(String.join(" & ", parts), query);
    }

    /** The same search with an entity in place of the words, which nothing matched. */
    Conditions withEntity(String entityId) {
        SearchQuery q = query;
        String id = tag("~e:", entityId);
        Conditions others = of(
                new SearchQuery(
                        null,
                        q.entity(),
                        q.topic(),
                        q.source(),
                        q.language(),
                        q.from(),
                        q.to(),
                        q.story(),
                        q.order(),
                        q.limit(),
                        q.after()),
                TextQueries.NONE);
        return new Conditions(and(id, others.tsquery), query);
    }

    /** The same search in some blocks of the index alone. */
    Conditions in(List<Long> blocks) {
        String any = blocks.stream().map(block -> "'~b:" + block + "'").collect(joining(" | "));
        return new Conditions(and("(" + any + ")", tsquery), query);
    }

    private static String and(String one, String other) {
        return other.isEmpty() ? one : one + " & " + other;
    }

    /** The conditions, joined by AND. */
    String sql() {
        return (tsquery.isEmpty() ? "true" : "a.search @@ ?::tsquery")
                + (query.from() == null ? "" : " AND a.shown_at >= ?")
                + (query.to() == null ? "" : " AND a.shown_at < ?");
    }

    /** Whether every row meets them. */
    boolean none() {
        return tsquery.isEmpty() && query.from() == null && query.to() == null;
    }

    /** Binds the values from a parameter on; gives the next parameter. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int parameter = first;
        if (!tsquery.isEmpty()) {
            statement.setString(parameter++, tsquery);
        }
        if (query.from() != null) {
            statement.setObject(parameter++, query.from().atOffset(ZoneOffset.UTC));
        }
        if (query.to() != null) {
            statement.setObject(parameter++, query.to().atOffset(ZoneOffset.UTC));
        }
        return parameter;
    }

    private static String tag(String kind, String value) {
        return "'" + (kind + value).replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
