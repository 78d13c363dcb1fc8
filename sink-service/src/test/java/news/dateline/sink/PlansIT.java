package news.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.dateline.embedded.RealStack;
import news.dateline.sink.store.ArticleStore;
import news.dateline.sink.store.Batch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nothing that the service asks of the database reads a big table from end to end: each statement that it executes is
 * explained on a store of 40,000 articles.
 */
class PlansIT {
    private static final Set<String> BIG = Set.of(
            "articles",
            "article_versions",
            "article_entities",
            "mentions",
            "article_topics",
            "article_index",
            "entities",
            "alerts",
            "stories",
            "trends");

    /** Rows as the store would have them, made by the database itself. */
    private static final List<String> FILL =
            List.of("""
            TRUNCATE sources, articles, article_versions, entities, article_entities, mentions, article_topics,
                article_index, stories, trends, alerts CASCADE
            """, """
            INSERT INTO sources SELECT 'source-' || n, 'Source ' || n, '2026-01-01' FROM generate_series(0, 199) AS n
            """, """
            INSERT INTO articles (id, version, status, source_id, headline, standfirst, byline, language, body, subheads,
                captions, story_id, received_at, enriched_at)
            SELECT 'a-' || n, 1, 'usable', 'source-' || n % 200, 'Headline ' || n, '', '{}', 'en',
                repeat('A body of some length. ', 20), '{}', '', 'story-' || n / 7,
                timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01' + n * interval '1 minute'
            FROM generate_series(1, 40000) AS n
            """, """
            INSERT INTO article_versions (article_id, version, received_at, article)
            SELECT id, version, received_at, json_build_object('id', id, 'version', version, 'body', body) FROM articles
            """, """
            INSERT INTO entities (id, type, name, name_folded, wikidata, score, named_by)
            SELECT 'Q' || n, 'PERSON', name, name, 'Q' || n, 0.5, 'a-1'
            FROM generate_series(1, 20000) AS n, LATERAL (SELECT translate(md5(n::text), '0123456789', 'ghijklmnop') AS name)
            """, """
            INSERT INTO article_entities (article_id, entity_id, position, type, name, name_folded, score, wikidata,
                salience, recognizer)
            SELECT 'a-' || n, 'Q' || e, 1, 'PERSON', 'Person ' || e, 'person ' || e, 0.5, 'Q' || e, 0.5, 'test'
            FROM generate_series(1, 40000) AS n, LATERAL (VALUES (1 + n * 7 % 20000), (1 + n * 11 % 19999)) AS named (e)
            ON CONFLICT DO NOTHING
            """, """
            INSERT INTO mentions (article_id, entity_id, field, start_offset, end_offset, text)
            SELECT article_id, entity_id, 'body', 0, 6, 'Person' FROM article_entities
            """, """
            INSERT INTO article_topics (article_id, code, position, name, score, classifier)
            SELECT 'a-' || n, 'medtop:0' || 1 + n % 9 || '000000', 1, 'topic', 0.5, 'test'
            FROM generate_series(1, 40000) AS n
            """, """
            INSERT INTO article_index (article_id, no, shown_at, search_language, source_id, language, topics, entities,
                search)
            SELECT id, n, received_at, 'english', source_id, 'en', ARRAY[hash_of('medtop:0' || 1 + n % 9 || '000000')],
                ARRAY[hash_of('Q' || 1 + n * 7 % 20000)],
                array_to_tsvector(ARRAY['~', '~english', '~b:' || n / 1024, '~t:medtop:0' || 1 + n % 9 || '000000',
                    '~e:Q' || 1 + n * 7 % 20000, '~n:person ' || 1 + n * 7 % 20000, '~s:' || source_id, '~l:en',
                    '~y:' || story_id, 'every', 'half' || n % 2, 'rare' || n % 1000])
            FROM articles, LATERAL (SELECT substr(id, 3)::int AS n) AS number
            """, """
            INSERT INTO stories (id, label, status, article_count, first_seen, last_seen, story)
            SELECT 'story-' || n, 'Story', 'active', 7, now(), timestamptz '2026-01-01' + n * interval '7 minutes', '{}'
            FROM generate_series(1, 6000) AS n
            """, """
            INSERT INTO trends (kind, key, window_size, window_start, name, articles, baseline, score)
            SELECT 'entity', 'Q' || e, 'PT1H', timestamptz '2026-01-01' + h * interval '1 hour', 'Person', 3, 1, e % 5
            FROM generate_series(1, 100) AS e, generate_series(1, 300) AS h
            """, """
            INSERT INTO alerts (search_id, article_id, version, event, state, created_at)
            SELECT 'search-' || n % 50, 'a-' || n, 1, 'article', 'delivered', now()
            FROM generate_series(1, 20000) AS n
            """, "VACUUM ANALYZE");

    /** Name of entity Q77. */
    private static final String NAME = "ioddicnpllcepimklmikgbiffghggbde";

    private static RunningSink sink;

    @BeforeAll
    static void fill() {
        String database = RealStack.get().newDatabase();
        sink = RunningSink.on(
                database,
                Map.of(
                        "datasources.default.url",
                        database.replaceFirst("^jdbc:", PlanWatch.PREFIX),
                        "datasources.default.driver-class-name",
                        PlanWatch.class.getName(),
                        "dateline.sink.retention.articles",
                        "36500d",
                        "dateline.sink.retention.trends",
                        "36500d",
                        "dateline.sink.retention.pause",
                        "1s"));
        sink.awaitAll();
        FILL.forEach(sink::execute);
        PlanWatch.begin();
    }

    @AfterAll
    static void stop() {
        sink.close();
    }

    @Test
    void nothingReadsABigTableFromEndToEnd() throws Exception {
        for (String path : List.of(
                "/v1/articles",
                "/v1/articles?q=every",
                "/v1/articles?q=every&sort=newest",
                "/v1/articles?q=half1%20-rare7",
                "/v1/articles?q=rare7&sort=newest",
                "/v1/articles?q=%22every%20half1%22",
                "/v1/articles?q=" + NAME.replace('e', 'x'),
                "/v1/articles?entity=Q8",
                "/v1/articles?entity=person%208&topic=medtop:02000000",
                "/v1/articles?topic=medtop:02000000",
                "/v1/articles?source=source-3&language=en&from=2026-01-05&to=2026-01-08",
                "/v1/articles?story=story-5",
                "/v1/articles?from=2026-01-05&to=2026-01-06",
                "/v1/articles/a-7",
                "/v1/articles/a-7/versions",
                "/v1/stories",
                "/v1/stories/story-5",
                "/v1/entities",
                "/v1/entities?q=" + NAME.substring(0, 9),
                "/v1/entities/Q8",
                "/v1/trends?window=PT1H",
                "/v1/searches",
                "/v1/dlq")) {
            assertThat(sink.get(path).status()).as(path).isEqualTo(200);
        }
        ArticleStore store = sink.part(ArticleStore.class);
        store.write(
                Batch.of(List.of(
                        Wire.article("a-7", 2, "source-3").build(),
                        Wire.article("a-new", 1, "source-3").build(),
                        Wire.kill("a-8", 2, "source-3"))),
                Map.of());
        assertThat(sink.ask("PUT", "/v1/searches/s", "{\"name\":\"S\",\"q\":\"every\"}")
                        .status())
                .isLessThan(300);
        assertThat(sink.ask("DELETE", "/v1/searches/s", null).status()).isLessThan(300);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> PlanWatch.plans().keySet().stream()
                        .anyMatch(sql -> sql.contains("FOR UPDATE SKIP LOCKED") && sql.contains("received_at")));

        assertThat(PlanWatch.plans()).hasSizeGreaterThan(50);
        assertThat(scans()).isEmpty();
    }

    @Test
    void searchWithoutItsIndexIsFoundOut() {
        PlanWatch.forget();
        sink.execute("DROP INDEX article_index_search");
        try {
            assertThat(sink.get("/v1/articles?q=rare8").status()).isEqualTo(200);

            assertThat(scans()).anyMatch(scan -> scan.startsWith("article_index in: WITH found"));
        } finally {
            sink.execute("CREATE INDEX article_index_search ON article_index USING gin (search)");
            PlanWatch.forget();
        }
    }

    /** Big tables that a plan reads from end to end, each with the statement. */
    private static List<String> scans() {
        List<String> scans = new ArrayList<>();
        PlanWatch.plans()
                .forEach((sql, plans) -> plans.stream()
                        .flatMap(plan -> plan.findParents("Node Type").stream())
                        .filter(node -> node.path("Node Type").asText().contains("Seq Scan"))
                        .map(node -> node.path("Relation Name").asText())
                        .filter(BIG::contains)
                        .distinct()
                        .forEach(table -> scans.add(table + " in: " + sql)));
        return scans;
    }
}
