package news.dateline.sink.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a search found, counted: of each kind the most frequent values, a value's count being the total of the same
 * search with it as a filter.
 *
 * @param total articles found
 * @param topics topics, broader ones with all their narrower
 * @param entities persons, organisations and places
 * @param sources publishers
 * @param languages languages, {@code pt} with all its regions
 */
record Facets(long total, List<Value> topics, List<Value> entities, List<Value> sources, List<Value> languages) {
    private static final String COUNT = """
            WITH found AS MATERIALIZED (
                SELECT a.id, a.source_id, a.language FROM articles AS a WHERE %s
            )
            SELECT 'total' AS facet, NULL AS value, NULL AS name, NULL AS type, count(*) AS articles FROM found
            UNION ALL (
                SELECT 'topics', top.code,
                    coalesce(topic.name, (SELECT min(name) FROM article_topics WHERE code = top.code)), NULL, top.articles
                FROM (
                    SELECT code, count(*) AS articles
                    FROM (
                        SELECT DISTINCT found.id, coalesce(up.ancestor, tag.code) AS code
                        FROM found
                        JOIN article_topics AS tag ON tag.article_id = found.id
                        LEFT JOIN topic_ancestors AS up ON up.code = tag.code
                    ) AS tagged
                    GROUP BY code ORDER BY articles DESC, code LIMIT 20
                ) AS top
                LEFT JOIN topics AS topic ON topic.code = top.code)
            UNION ALL (
                SELECT 'entities', coalesce(entity.wikidata, entity.name), entity.name, entity.type, top.articles
                FROM (
                    SELECT named.entity_id, count(*) AS articles
                    FROM found JOIN article_entities AS named ON named.article_id = found.id
                    GROUP BY named.entity_id ORDER BY articles DESC, named.entity_id LIMIT 20
                ) AS top
                JOIN entities AS entity ON entity.id = top.entity_id)
            UNION ALL (
                SELECT 'sources', source.id, source.name, NULL, top.articles
                FROM (
                    SELECT source_id, count(*) AS articles FROM found WHERE source_id IS NOT NULL
                    GROUP BY source_id ORDER BY articles DESC, source_id LIMIT 20
                ) AS top
                JOIN sources AS source ON source.id = top.source_id)
            UNION ALL (
                SELECT 'languages', tag, NULL, NULL, count(*) AS articles
                FROM found,
                    LATERAL (SELECT split_part(lower(language), '-', 1) UNION SELECT language) AS own (tag)
                WHERE found.language IS NOT NULL
                GROUP BY tag ORDER BY articles DESC, tag LIMIT 20)
            ORDER BY facet, articles DESC, value
            """;

    /**
     * One value and how often it was found.
     *
     * @param value what to filter by
     * @param name its name
     * @param type kind of entity
     * @param count articles
     */
    @Schema(name = "FacetValue")
    record Value(
            String value,
            String name,

            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL)
            String type,

            long count) {}

    static Facets count(Connection connection, Conditions conditions) throws SQLException {
        Facets facets = new Facets(0, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        long total = 0;
        try (PreparedStatement statement = connection.prepareStatement(COUNT.formatted(conditions.sql()))) {
            conditions.bind(statement, 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String facet = row.getString("facet");
                    if (facet.equals("total")) {
                        total = row.getLong("articles");
                    } else {
                        facets.of(facet).add(value(row, facet));
                    }
                }
            }
        }
        return new Facets(total, facets.topics, facets.entities, facets.sources, facets.languages);
    }

    private List<Value> of(String facet) {
        return switch (facet) {
            case "topics" -> topics;
            case "entities" -> entities;
            case "sources" -> sources;
            default -> languages;
        };
    }

    private static Value value(ResultSet row, String facet) throws SQLException {
        String value = row.getString("value");
        String name = facet.equals("languages")
                ? Locale.forLanguageTag(value).getDisplayName(Locale.ENGLISH)
                : row.getString("name");
        return new Value(value, name, row.getString("type"), row.getLong("articles"));
    }
}
