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
import java.util.stream.LongStream;

/**
 * What a search found, counted: of each kind the most frequent values, a value's count being the total of the same
 * search with it as a filter. Up to {@value #MOST_COUNTED} articles are counted one by one; of more, a sample is: blocks
 * of the index spread evenly over the time of arrival.
 *
 * @param total articles found
 * @param exact whether everything was counted, and not a sample
 * @param topics topics, broader ones with all their narrower
 * @param entities persons, organisations and places
 * @param sources publishers
 * @param languages languages, {@code pt} with all its regions
 */
record Facets(
        long total,
        boolean exact,
        List<Value> topics,
        List<Value> entities,
        List<Value> sources,
        List<Value> languages) {
    /** Articles that are counted one by one. */
    static final int MOST_COUNTED = 5_000;

    /** Articles in a block, as the index has it. */
    static final int BLOCK = 1_024;

    private static final int SAMPLE = 8;

    private static final String COUNT = """
            WITH found AS MATERIALIZED (
                SELECT a.article_id, a.topics, a.entities, a.source_id, a.language
                FROM article_index AS a WHERE %s LIMIT ?
            )
            SELECT 'total' AS facet, NULL AS value, NULL AS name, NULL AS type, count(*) AS articles FROM found
            UNION ALL (
                SELECT 'topics', tag.code, coalesce(topic.name, tag.name), NULL, top.articles
                FROM (
                    SELECT hash, count(*) AS articles, min(article_id) AS example
                    FROM found, unnest(found.topics) AS hash
                    GROUP BY hash ORDER BY articles DESC, hash LIMIT 20
                ) AS top
                LEFT JOIN topics AS topic ON hash_of(topic.code) = top.hash
                JOIN LATERAL (
                    SELECT topic.code, topic.name WHERE topic.code IS NOT NULL
                    UNION ALL
                    (SELECT code, name FROM article_topics
                        WHERE topic.code IS NULL AND article_id = top.example AND hash_of(code) = top.hash)
                ) AS tag ON true)
            UNION ALL (
                SELECT 'entities', coalesce(entity.wikidata, entity.name), entity.name, entity.type, top.articles
                FROM (
                    SELECT hash, count(*) AS articles FROM found, unnest(found.entities) AS hash
                    GROUP BY hash ORDER BY articles DESC, hash LIMIT 20
                ) AS top
                JOIN entities AS entity ON hash_of(entity.id) = top.hash)
            UNION ALL (
                SELECT 'sources', source.id, source.name, NULL, top.articles
                FROM (
                    SELECT source_id, count(*) AS articles FROM found WHERE source_id IS NOT NULL
                    GROUP BY source_id ORDER BY articles DESC, source_id LIMIT 20
                ) AS top
                JOIN sources AS source ON source.id = top.source_id)
            UNION ALL (
                SELECT 'languages', tag, NULL, NULL, sum(articles)::bigint AS articles
                FROM (SELECT language, count(*) AS articles FROM found WHERE language IS NOT NULL GROUP BY language) AS by,
                    LATERAL (SELECT split_part(lower(language), '-', 1) UNION SELECT language) AS own (tag)
                GROUP BY tag ORDER BY articles DESC, tag LIMIT 20)
            ORDER BY facet, articles DESC, value
            """;
    private static final String ENDS = """
            SELECT (SELECT no FROM article_index ORDER BY no LIMIT 1),
                (SELECT no FROM article_index ORDER BY no DESC LIMIT 1)
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
        Facets counted = count(connection, conditions, MOST_COUNTED + 1);
        if (counted.total <= MOST_COUNTED) {
            return counted;
        }
        List<Long> blocks = blocks(connection);
        if (blocks.size() <= SAMPLE) {
            return count(connection, conditions, Integer.MAX_VALUE);
        }
        List<Long> sample = LongStream.range(0, SAMPLE)
                .mapToObj(i -> blocks.get((int) ((2 * i + 1) * blocks.size() / (2 * SAMPLE))))
                .toList();
        return count(connection, conditions.in(sample), Integer.MAX_VALUE)
                .times((double) blocks.size() / SAMPLE, MOST_COUNTED + 1);
    }

    /** The blocks of the index from the oldest to the newest. */
    static List<Long> blocks(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENDS);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return LongStream.rangeClosed(row.getLong(1) / BLOCK, row.getLong(2) / BLOCK)
                    .boxed()
                    .toList();
        }
    }

    private static Facets count(Connection connection, Conditions conditions, int most) throws SQLException {
        Facets facets = new Facets(0, true, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        long total = 0;
        // Without a condition there is an index to use all the same: that of the order of arrival.
        String which = conditions.none() ? "true ORDER BY a.no DESC" : conditions.sql();
        try (PreparedStatement statement = connection.prepareStatement(COUNT.formatted(which))) {
            int parameter = conditions.bind(statement, 1);
            statement.setInt(parameter, most);
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
        return new Facets(total, true, facets.topics, facets.entities, facets.sources, facets.languages);
    }

    /** What a sample says of the whole. */
    private Facets times(double factor, long least) {
        return new Facets(
                Math.max(least, Math.round(total * factor)),
                false,
                times(topics, factor),
                times(entities, factor),
                times(sources, factor),
                times(languages, factor));
    }

    private static List<Value> times(List<Value> values, double factor) {
        return values.stream()
                .map(v -> new Value(v.value, v.name, v.type, Math.round(v.count * factor)))
                .toList();
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
