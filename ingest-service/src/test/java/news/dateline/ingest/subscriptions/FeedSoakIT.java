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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.RawArticle;
import news.dateline.embedded.RealStack;
import news.dateline.embedded.TopicRecords;
import news.dateline.ingest.IngestService;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
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
                ApplicationContext first = instance(settings())) {
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
                await().atMost(Duration.ofSeconds(120))
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> assertThat(newest(published()))
                                .as(() -> "transactions: " + transactions() + "\nfeeds: " + feeds(url))
                                .isEqualTo(expected));
            } finally {
                second.destroyForcibly().waitFor();
            }
            List<RawArticle> published = published();
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

    private String feeds(String url) {
        try {
            return get(url).body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    /** What Kafka knows of transactions and of the producers of both topics, for the report of a failure. */
    private static String transactions() {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", RealStack.get().bootstrapServers()))) {
            List<TopicPartition> partitions = Stream.of(Topics.RAW, Topics.FEEDS)
                    .flatMap(topic -> Stream.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1)))
                    .toList();
            return admin.listTransactions().all().get() + "\n"
                    + admin.describeProducers(partitions).all().get() + "\n"
                    + admin.listOffsets(partitions.stream()
                                    .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                            .all()
                            .get()
                    + "\ncommitted "
                    + admin.listOffsets(
                                    partitions.stream()
                                            .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())),
                                    new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                            .all()
                            .get()
                    + "\nnow " + System.currentTimeMillis();
        } catch (ExecutionException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
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

    private static List<RawArticle> published() {
        return TopicRecords.all(RealStack.get().bootstrapServers(), Topics.RAW).stream()
                .map(FeedSoakIT::article)
                .filter(article -> article.getUrl() != null && article.getUrl().startsWith("https://desk-"))
                .toList();
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

    /** The last headline of each link: one link is one key, so one partition keeps its order. */
    private static Map<String, String> newest(List<RawArticle> articles) {
        Map<String, String> newest = new HashMap<>();
        articles.forEach(article -> newest.put(article.getUrl(), article.getHeadline()));
        return newest;
    }
}
