package news.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import news.dateline.sink.bench.MadeUpNews;
import news.dateline.sink.store.ArticleStore;
import news.dateline.sink.store.Batch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** No search reads a big table from end to end. */
class PlansIT {
    private static final int ARTICLES = 3_000;
    private static final String SCANS = """
            SELECT relname, seq_scan FROM pg_stat_user_tables
            WHERE relname IN ('articles', 'article_versions', 'article_index', 'article_entities', 'article_topics',
                'mentions', 'entities')
            ORDER BY relname
            """;

    @Test
    void searchesReadNoBigTableFromEndToEnd() throws Exception {
        MadeUpNews news = new MadeUpNews(ARTICLES);
        try (RunningSink sink = RunningSink.fresh()) {
            sink.awaitAll();
            ArticleStore store = sink.part(ArticleStore.class);
            for (int from = 0; from < ARTICLES; from += 500) {
                store.write(
                        Batch.of(IntStream.range(from, from + 500)
                                .mapToObj(news::article)
                                .toList()),
                        Map.of());
            }
            sink.execute("VACUUM ANALYZE");
            // What each session did is added up when it has been idle for a moment.
            Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> statistic(sink, "n_tup_ins") >= ARTICLES);
            List<String> before = sink.rows(SCANS);
            long indexScans = statistic(sink, "idx_scan");

            List<String> searches = List.of(
                    "",
                    "q=" + news.word(3),
                    "sort=newest&q=" + news.word(3),
                    "q=" + news.word(20_000),
                    "q=%22" + news.word(1) + "%20" + news.word(2) + "%22",
                    "entity=" + MadeUpNews.entity(2),
                    "topic=medtop:11000000",
                    "topic=medtop:04000000&q=" + news.word(3),
                    "source=source-1&language=en&from=2026-02-01&to=2026-02-08",
                    "story=story-7",
                    "q=nosuchwordanywhere");
            for (String search : searches) {
                assertThat(sink.get("/v1/articles?" + search).status())
                        .as(search)
                        .isEqualTo(200);
            }
            sink.get("/v1/articles/bench-7");
            sink.get("/v1/articles/bench-7/versions");
            sink.get("/v1/entities");
            sink.get("/v1/entities?q=entity");
            sink.get("/v1/entities/" + MadeUpNews.entity(2));

            Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> statistic(sink, "idx_scan") > indexScans + searches.size());
            assertThat(sink.rows(SCANS)).isEqualTo(before);
        }
    }

    private static long statistic(RunningSink sink, String column) {
        return Long.parseLong(
                sink.rows("SELECT " + column + " FROM pg_stat_user_tables WHERE relname = 'article_index'")
                        .get(0));
    }
}
