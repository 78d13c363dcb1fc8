package news.dateline.ingest.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import news.dateline.edge.access.Caller;
import news.dateline.embedded.RealStack;
import news.dateline.embedded.TopicRecords;
import news.dateline.ingest.IngestService;
import news.dateline.schemas.topics.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances at one broker: a request with an Idempotency-Key is worked on once, whoever gets it and whenever. */
class IdempotencyIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String TOPIC = "news.ingest.idempotency.v1";

    private static ApplicationContext one;
    private static ApplicationContext two;

    @BeforeAll
    static void start() {
        one = started();
        two = started();
    }

    private static ApplicationContext started() {
        ApplicationContext context = IngestService.configure(ApplicationContext.builder())
                .properties(Map.of(
                        "kafka.bootstrap.servers",
                        RealStack.get().bootstrapServers(),
                        "dateline.serde",
                        "single-object",
                        "dateline.ingest.port",
                        -1))
                .start();
        context.getBean(EmbeddedServer.class).start();
        LedgerReader reader = context.getBean(LedgerReader.class);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(reader::isReady);
        return context;
    }

    @AfterAll
    static void stop() {
        one.close();
        two.close();
    }

    @Test
    void aRepeatGetsTheFirstAnswerFromAnyInstanceAndAfterARestart() throws Exception {
        String key = fresh();
        String body = article(key, "Ferry runs aground");
        HttpResponse<String> first = post(one, key, body);
        assertThat(first.statusCode()).isEqualTo(202);

        assertSame(post(one, key, body), first);
        assertSame(post(two, key, body), first);
        two.close();
        two = started();
        assertSame(post(two, key, body), first);

        String id =
                new ObjectMapper().readTree(first.body()).at("/accepted/0/id").asText();
        assertThat(rawRecords(id)).isEqualTo(1);
    }

    @Test
    void aKeyServesOneRequestOnly() throws Exception {
        String key = fresh();
        assertThat(post(one, key, article(key, "First")).statusCode()).isEqualTo(202);

        HttpResponse<String> other = post(two, key, article(key, "Second"));

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(other.body()).contains("different request");
    }

    @Test
    void aRefusalIsAnAnswerToo() throws Exception {
        String key = fresh();
        HttpResponse<String> first = post(one, key, "[{\"body\":\"no headline\"}]");
        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(first.body()).contains("headline");

        assertSame(post(two, key, "[{\"body\":\"no headline\"}]"), first);
        assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void aKillIsRepeatedSafely() throws Exception {
        String key = fresh();
        HttpResponse<String> first = delete(one, key, "/v1/articles/" + key + "?reason=libel");
        assertThat(first.statusCode()).isEqualTo(202);

        assertSame(delete(two, key, "/v1/articles/" + key + "?reason=libel"), first);
        assertThat(delete(two, key, "/v1/articles/" + key + "?reason=error").statusCode())
                .isEqualTo(422);
        assertThat(rawRecords(key)).isEqualTo(1);
    }

    @Test
    void whileTheFirstIsInWorkItsTwinIsAskedToComeBack() throws Exception {
        String key = fresh();
        String body = article(key, "Lock gate stuck");
        String digest = RequestKey.of(Caller.ANYONE, key);
        String fingerprint = RequestKey.fingerprint("POST", "/v1/articles", "application/json", body.getBytes(UTF_8));
        write(digest, LogEvent.claimed("another instance", fingerprint));

        HttpResponse<String> twin = post(one, key, body);

        assertThat(twin.statusCode()).isEqualTo(409);
        assertThat(twin.headers().firstValue("Retry-After")).isPresent();
        write(digest, LogEvent.released("another instance"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(post(two, key, body).statusCode()).isEqualTo(202));
    }

    @Test
    void manyAtOnceOverBothInstancesArePublishedOnce() throws Exception {
        String key = fresh();
        String body = article(key, "Harbour pilot rescued");
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            sent.add(HTTP.sendAsync(request(i % 2 == 0 ? one : two, key, body), HttpResponse.BodyHandlers.ofString()));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get();
        List<HttpResponse<String>> answers =
                sent.stream().map(CompletableFuture::join).toList();

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .isSubsetOf(202, 409, 503)
                .contains(202);
        List<String> receipts = answers.stream()
                .filter(answer -> answer.statusCode() == 202)
                .map(HttpResponse::body)
                .distinct()
                .toList();
        assertThat(receipts).hasSize(1);
        String id = new ObjectMapper()
                .readTree(receipts.get(0))
                .at("/accepted/0/id")
                .asText();
        assertThat(rawRecords(id)).isEqualTo(1);
    }

    @Test
    void whatIsNoKeyIsAProblem() throws Exception {
        assertThat(post(one, "two words", article("x", "X")).statusCode()).isEqualTo(400);
    }

    private static void assertSame(HttpResponse<String> answer, HttpResponse<String> first) {
        assertThat(answer.statusCode()).isEqualTo(first.statusCode());
        assertThat(answer.body()).isEqualTo(first.body());
        assertThat(answer.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private static String article(String uri, String headline) {
        return "{\"uri\":\"urn:" + uri + "\",\"source\":{\"id\":\"harbour-post\"},\"headline\":\"" + headline
                + "\",\"body\":\"It happened at dawn.\"}";
    }

    private static HttpResponse<String> post(ApplicationContext instance, String key, String body) throws Exception {
        return HTTP.send(request(instance, key, body), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(ApplicationContext instance, String key, String body) {
        return to(instance, key, "/v1/articles")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static HttpResponse<String> delete(ApplicationContext instance, String key, String path) throws Exception {
        return HTTP.send(to(instance, key, path).DELETE().build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(ApplicationContext instance, String key, String path) {
        int port = instance.getBean(EmbeddedServer.class).getPort();
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Idempotency-Key", key);
    }

    private static void write(String key, LogEvent event) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealStack.get().bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, key, event.toJson())).get();
        }
    }

    private static long rawRecords(String id) {
        return TopicRecords.all(RealStack.get().bootstrapServers(), Topics.RAW).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(id))
                .count();
    }
}
