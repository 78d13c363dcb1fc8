package news.dateline.sink.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.dateline.EnrichedArticle;
import news.dateline.sink.RunningSink;
import news.dateline.sink.store.ArticleStore;
import news.dateline.sink.store.Batch;

/**
 * Measures the store on the real database: {@code write COUNT} compares a writer with COPY of the same rows into the
 * same indexed tables, and two writers with one; {@code search COUNT...} loads made-up news and times the search API at each size. Run it
 * with the test class path; {@code DATELINE_TESTS_STACK=embedded} takes the embedded database.
 */
public final class StoreBenchmark {
    private static final int BATCH = 500;
    private static final int CHUNK = 2_000;

    private StoreBenchmark() {}

    /** See the class. */
    public static void main(String[] args) throws Exception {
        if (args[0].equals("write")) {
            write(Integer.parseInt(args[1]));
        } else {
            search(Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray());
        }
        System.exit(0);
    }

    /** One writer and COPY take turns, a chunk each, so that whatever else the machine does slows both alike. */
    private static void write(int count) throws Exception {
        MadeUpNews news = new MadeUpNews(count);
        try (RunningSink sink = RunningSink.fresh();
                Copy copy = new Copy(sink)) {
            sink.awaitAll();
            copy.prepare();
            load(sink, batches(news, 0, CHUNK), 1); // warms up
            copy.time(0, CHUNK);
            Spent store = Spent.NOTHING;
            Spent copied = Spent.NOTHING;
            for (int from = CHUNK; from < count; from += CHUNK) {
                List<List<EnrichedArticle>> batches = batches(news, from, from + CHUNK);
                Spent before = Spent.until(sink);
                load(sink, batches, 1);
                store = store.plus(Spent.until(sink).minus(before));
                copied = copied.plus(copy.time(from, from + CHUNK));
            }
            int articles = count - CHUNK;
            print("store, 1 writer: %s", store.of(articles));
            print("COPY:            %s", copied.of(articles));
            print(
                    "share of COPY's throughput: %.2f by the clock, %.2f by processor time",
                    copied.seconds() / store.seconds(), copied.cpu() / store.cpu());
        }
        for (int writers : new int[] {1, 2}) {
            try (RunningSink sink = RunningSink.fresh()) {
                sink.awaitAll();
                load(sink, batches(news, 0, CHUNK), writers);
                List<List<EnrichedArticle>> batches = batches(news, CHUNK, count);
                Spent before = Spent.until(sink);
                load(sink, batches, writers);
                print(
                        "%d writer(s): %s",
                        writers, Spent.until(sink).minus(before).of(count - CHUNK));
            }
        }
    }

    private static List<List<EnrichedArticle>> batches(MadeUpNews news, int from, int to) {
        List<List<EnrichedArticle>> batches = new ArrayList<>();
        for (int start = from; start < to; start += BATCH) {
            List<EnrichedArticle> batch = new ArrayList<>();
            for (int i = start; i < Math.min(start + BATCH, to); i++) {
                batch.add(news.article(i));
            }
            batches.add(batch);
        }
        return batches;
    }

    private static void load(RunningSink sink, List<List<EnrichedArticle>> batches, int writers)
            throws InterruptedException, ExecutionException {
        ArticleStore store = sink.part(ArticleStore.class);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<?>> written = new ArrayList<>();
        for (List<EnrichedArticle> batch : batches) {
            written.add(threads.submit(() -> store.write(Batch.of(batch), Map.of())));
        }
        for (Future<?> future : written) {
            future.get();
        }
        threads.shutdown();
    }

    private static void search(int... sizes) throws Exception {
        int most = Arrays.stream(sizes).max().orElseThrow();
        MadeUpNews news = new MadeUpNews(most);
        try (RunningSink sink = RunningSink.fresh()) {
            sink.awaitAll();
            int loaded = 0;
            for (int size : sizes) {
                for (int from = loaded; from < size; from += 10_000) {
                    load(sink, batches(news, from, Math.min(from + 10_000, size)), 2);
                }
                loaded = size;
                sink.execute("VACUUM ANALYZE");
                measure(sink, news, size);
            }
        }
    }

    private static void measure(RunningSink sink, MadeUpNews news, int size) throws IOException, InterruptedException {
        Random random = new Random(3);
        Map<String, List<Double>> byKind = new LinkedHashMap<>();
        List<Double> all = new ArrayList<>();
        HttpClient http = HttpClient.newHttpClient();
        for (int round = -2; round < 30; round++) {
            for (Map.Entry<String, String> query : queries(news, random).entrySet()) {
                long start = System.nanoTime();
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(sink.base().resolve("/v1/articles?" + query.getValue()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                double millis = (System.nanoTime() - start) / 1e6;
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(answer.body());
                }
                if (round >= 0) {
                    byKind.computeIfAbsent(query.getKey(), key -> new ArrayList<>())
                            .add(millis);
                    all.add(millis);
                }
            }
        }
        print("%d articles: p50 %.1f ms, p95 %.1f ms", size, percentile(all, 50), percentile(all, 95));
        byKind.forEach((kind, times) ->
                print("  %-28s p50 %6.1f  p95 %6.1f", kind, percentile(times, 50), percentile(times, 95)));
    }

    private static Map<String, String> queries(MadeUpNews news, Random random) {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("newest", "");
        queries.put("broad word", "q=" + news.word(random.nextInt(20)));
        queries.put("broad word, newest", "sort=newest&q=" + news.word(random.nextInt(20)));
        queries.put("usual word", "q=" + news.word(200 + random.nextInt(2_000)));
        queries.put("rare word", "q=" + news.word(10_000 + random.nextInt(20_000)));
        queries.put("two words", "q=" + news.word(random.nextInt(300)) + "%20" + news.word(random.nextInt(300)));
        queries.put("phrase", "q=%22" + news.word(random.nextInt(50)) + "%20" + news.word(random.nextInt(50)) + "%22");
        queries.put(
                "or and not",
                "q=" + news.word(random.nextInt(500)) + "%20or%20" + news.word(random.nextInt(500)) + "%20-"
                        + news.word(random.nextInt(50)));
        queries.put("entity", "entity=" + MadeUpNews.entity(random.nextInt(50)));
        queries.put("broad topic", "topic=medtop:11000000");
        queries.put("topic and word", "topic=medtop:04000000&q=" + news.word(random.nextInt(500)));
        queries.put("source, language, days", "source=source-1&language=en&from=2026-02-01&to=2026-02-08");
        return queries;
    }

    private static double percentile(List<Double> times, int percent) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
