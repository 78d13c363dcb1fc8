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
            WHERE relname IN (%s 'articles', 'article_versions', 'article_entities', 'article_topics', 'mentions',
                'entities')
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
            List<String> before = sink.rows(SCANS.formatted("'article_index',"));
            List<String> beforeBroad = sink.rows(SCANS.formatted(""));

            List<String> narrow = List.of(
                    "q=" + news.word(20_000), "entity=" + MadeUpNews.entity(900), "story=story-7", "q=nosuchword");
            search(sink, narrow);
            sink.get("/v1/articles/bench-7");
            sink.get("/v1/articles/bench-7/versions");
            sink.get("/v1/entities");
            sink.get("/v1/entities?q=entity");
            sink.get("/v1/entities/" + MadeUpNews.entity(2));
            assertThat(sink.rows(SCANS.formatted("'article_index',"))).isEqualTo(before);

            // What finds most of a store of this size is counted from the narrow index table, as far as counts are
            // exact.
            search(
                    sink,
                    List.of(
                            "",
                            "q=" + news.word(3),
                            "sort=newest&q=" + news.word(3),
                            "q=%22" + news.word(1) + "%20" + news.word(2) + "%22",
                            "topic=medtop:11000000",
                            "topic=medtop:04000000&q=" + news.word(3),
                            "source=source-1&language=en&from=2026-02-01&to=2026-02-08"));
            assertThat(sink.rows(SCANS.formatted(""))).isEqualTo(beforeBroad);
        }
    }

    /** Searches, and waits until what they read is added up. */
    private static void search(RunningSink sink, List<String> searches) {
        long indexScans = statistic(sink, "idx_scan");
        for (String search : searches) {
            assertThat(sink.get("/v1/articles?" + search).status()).as(search).isEqualTo(200);
        }
        Awaitility.await()
                .atMost(60, TimeUnit.SECONDS)
                .until(() -> statistic(sink, "idx_scan") >= indexScans + searches.size());
    }

    private static long statistic(RunningSink sink, String column) {
        return Long.parseLong(
                sink.rows("SELECT " + column + " FROM pg_stat_user_tables WHERE relname = 'article_index'")
                        .get(0));
    }
}
