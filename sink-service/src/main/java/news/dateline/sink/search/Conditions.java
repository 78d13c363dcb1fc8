package news.dateline.sink.search;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.dateline.sink.store.Names;

/** The conditions of a search on table articles, named a, as SQL of this class's own words with every value bound. */
final class Conditions {
    private static final String MATCHES = "a.search @@ ?::tsquery";
    private static final String NAMES_ENTITY =
            "a.id IN (SELECT article_id FROM article_entities WHERE entity_id = ? OR name_folded = ?)";
    private static final String HAS_TOPIC = """
            a.id IN (
                SELECT article_id FROM article_topics
                WHERE code IN (SELECT code FROM topic_ancestors WHERE ancestor = ? UNION SELECT ?))""";
    private static final String HAS_LANGUAGE = "(lower(a.language) = ? OR lower(a.language) LIKE ?)";

    private final List<String> sql = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private Conditions() {}

    static Conditions of(SearchQuery query, TextQueries text) {
        Conditions conditions = new Conditions();
        conditions.add("a.status = 'usable'");
        if (query.q() != null) {
            if (text.isEmpty()) {
                conditions.add("false"); // nothing but stop words: no article matches
            } else {
                conditions.add(MATCHES, text.combined());
            }
        }
        if (query.entity() != null) {
            conditions.add(NAMES_ENTITY, query.entity().toUpperCase(Locale.ROOT), Names.folded(query.entity()));
        }
        if (query.topic() != null) {
            conditions.add(HAS_TOPIC, query.topic(), query.topic());
        }
        if (query.source() != null) {
            conditions.add("a.source_id = ?", query.source());
        }
        if (query.language() != null) {
            conditions.add(HAS_LANGUAGE, query.language(), query.language() + "-%");
        }
        if (query.from() != null) {
            conditions.add("a.shown_at >= ?", query.from());
        }
        if (query.to() != null) {
            conditions.add("a.shown_at < ?", query.to());
        }
        if (query.story() != null) {
            conditions.add("a.story_id = ?", query.story());
        }
        return conditions;
    }

    private void add(String condition, Object... bound) {
        sql.add(condition);
        values.addAll(List.of(bound));
    }

    /** The conditions, joined by AND. */
    String sql() {
        return String.join("\n    AND ", sql);
    }

    /** Binds the values from a parameter on; gives the next parameter. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int parameter = first;
        for (Object value : values) {
            statement.setObject(parameter++, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
        }
        return parameter;
    }
}
