package news.dateline.ingest.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import news.dateline.RawArticle;
import news.dateline.embedded.RealStack;
import news.dateline.ingest.IngestService;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Two hundred feeds with faults and two instances, one of which is killed and started again: nothing is missed, and
 * nothing is published twice. One instance is a process of its own, so that the kill is a real one. Takes minutes: runs
 * where {@code DATELINE_TESTS_SOAK} is {@code on}.
 */
@EnabledIfEnvironmentVariable(named = "DATELINE_TESTS_SOAK", matches = "on")
class FeedSoakIT {
    private static final int FEEDS = 200;
    private static final int ROUNDS = 2;
    private static final String GROUP = "soak-" + UUID.randomUUID();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void nothingIsMissedOrPublishedTwiceOverFaultsAndAKill() throws Exception {
        try (FeedNewsroom newsroom = new FeedNewsroom(FEEDS);
                ApplicationContext first = instance(settings());
                RawReader raw = new RawReader()) {
            List<RawArticle> published = new ArrayList<>();
            String url = "http://localhost:"
                    + first.getBean(EmbeddedServer.class).start().getPort();
            await().atMost(Duration.ofSeconds(30)).until(() -> get(url).statusCode() == 200);
            newsroom.work();
            for (FeedNewsroom.Desk desk : newsroom.desks()) {
                assertThat(put(url, desk).statusCode()).isEqualTo(201);
            }
            Process second = process();
            try {
                work(newsroom);
                await().atMost(Duration.ofSeconds(150)).until(() -> polledBy(first) > 0 && polledBy(first) < FEEDS);
                work(newsroom);
                second.destroyForcibly().waitFor();
                work(newsroom);
                second = process();
                work(newsroom);
                newsroom.recover();
                newsroom.work();
                Map<String, String> expected = newsroom.newest();
                await().pollInSameThread() // one consumer reads on from where it was: each look costs little
                        .atMost(Duration.ofSeconds(180))
                        .untilAsserted(() -> {
                            published.addAll(raw.next());
                            assertThat(missing(expected, published)).isEmpty();
                        });
            } finally {
                second.destroyForcibly().waitFor();
            }
            published.addAll(raw.next());
            assertThat(contents(published)).as("published twice").doesNotHaveDuplicates();
            assertThat(newsroom.ledger()).as("never said").containsAll(contents(published));
            Map<String, Set<String>> ids = new HashMap<>();
            published.forEach(article -> ids.computeIfAbsent(article.getUrl(), link -> new HashSet<>())
                    .add(article.getId()));
            assertThat(ids.values())
                    .as("one id for each link")
                    .allSatisfy(each -> assertThat(each).hasSize(1));
        }
    }

    /** Lets the desks work, and most of them be asked before they work again. */
    private static void work(FeedNewsroom newsroom) {
        for (int i = 0; i < ROUNDS; i++) {
            newsroom.work();
            int before = newsroom.requests();
            await().atMost(Duration.ofSeconds(60)).until(() -> newsroom.requests() > before + FEEDS);
        }
    }

    /** How many feeds an instance polls. */
    private static double polledBy(ApplicationContext instance) {
        return instance.getBean(MeterRegistry.class)
                .get("dateline.ingest.feeds.polled")
                .gauge()
                .value();
    }

    private static Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry("kafka.bootstrap.servers", RealStack.get().bootstrapServers()),
                Map.entry("dateline.serde", "single-object"),
                Map.entry("dateline.ingest.port", -1),
                Map.entry("dateline.fetch.allow-private", true),
                Map.entry("dateline.feeds.group", GROUP),
                Map.entry("dateline.feeds.threads", 16),
                Map.entry("dateline.feeds.host-pause", "0ms"),
                Map.entry("dateline.feeds.longest-interval", "1s"),
                Map.entry("dateline.feeds.longest-backoff", "2s"));
    }

    private static ApplicationContext instance(Map<String, Object> settings) {
        return IngestService.configure(ApplicationContext.builder())
                .properties(settings)
                .start();
    }

    /** A second instance in a JVM of its own. */
    private static Process process() throws IOException {
        return new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx512m",
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        IngestService.class.getName()),
                                settings().entrySet().stream().map(each -> "-" + each.getKey() + "=" + each.getValue()))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "feed-soak-second-instance.log").toFile()))
                .start();
    }

    private HttpResponse<String> put(String url, FeedNewsroom.Desk desk) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url + "/v1/feeds/" + desk.id()))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(
                                "{\"url\":\"" + desk.url() + "\",\"interval\":\"PT1S\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url + "/v1/feeds")).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Reads the raw topic on and on. */
    private static final class RawReader implements AutoCloseable {
        private final KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", RealStack.get().bootstrapServers(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        private List<TopicPartition> partitions = List.of();

        /** What was committed since the last call. */
        List<RawArticle> next() {
            if (partitions.isEmpty()) {
                partitions = consumer.partitionsFor(Topics.RAW).stream()
                        .map(info -> new TopicPartition(Topics.RAW, info.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<RawArticle> found = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(article(record)));
            }
            found.removeIf(each -> each.getUrl() == null || !each.getUrl().startsWith("https://desk-"));
            return found;
        }

        @Override
        public void close() {
            consumer.close();
        }
    }

    private static RawArticle article(ConsumerRecord<byte[], byte[]> record) {
        RawArticle article = Topics.in(AvroSerdes.singleObject())
                .raw()
                .value()
                .deserializer()
                .deserialize(Topics.RAW, record.value());
        assertThat(new String(record.key(), UTF_8)).isEqualTo(article.getId());
        return article;
    }

    private static List<String> contents(List<RawArticle> articles) {
        return articles.stream()
                .map(article -> article.getUrl() + " " + article.getHeadline())
                .toList();
    }

    /** The headlines that are not the last ones of their links: one link is one key, so one partition keeps its order. */
    private static Map<String, String> missing(Map<String, String> expected, List<RawArticle> published) {
        Map<String, String> missing = new HashMap<>(expected);
        Map<String, String> newest = new HashMap<>();
        published.forEach(article -> newest.put(article.getUrl(), article.getHeadline()));
        missing.entrySet().removeIf(each -> each.getValue().equals(newest.get(each.getKey())));
        return missing;
    }
}
