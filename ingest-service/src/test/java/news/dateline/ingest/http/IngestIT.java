package news.dateline.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.embedded.RealStack;
import news.dateline.embedded.TopicRecords;
import news.dateline.ingest.IngestService;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The HTTP door against a real broker: what is accepted is in the raw topic, what is refused says why. */
class IngestIT {
    private static ApplicationContext context;
    private static String url;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        context = IngestService.configure(ApplicationContext.builder())
                .properties(Map.of(
                        "kafka.bootstrap.servers",
                        RealStack.get().bootstrapServers(),
                        "dateline.serde",
                        "single-object",
                        "dateline.ingest.port",
                        -1))
                .start();
        url = "http://localhost:"
                + context.getBean(EmbeddedServer.class).start().getPort();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void anAcceptedArticleIsInTheRawTopicWithItsHeaders() throws Exception {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        HttpResponse<String> answer = send(
                post("application/json", article("urn:1", "Lighthouse relit")).header("traceparent", trace));
        assertThat(answer.statusCode()).isEqualTo(202);
        String id = json(answer).at("/accepted/0/id").asText();
        ConsumerRecord<byte[], byte[]> record = newest(id);
        assertThat(article(record).getHeadline()).isEqualTo("Lighthouse relit");
        assertThat(header(record, "ce_type")).isEqualTo("news.dateline.article.received");
        assertThat(header(record, "ce_subject")).isEqualTo(id);
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "traceparent")).isEqualTo(trace);
    }

    @Test
    void aCorrectionMeetsItsArticle() throws Exception {
        JsonNode first = json(send(post("application/json", article("urn:2", "Pier opens"))));
        JsonNode second = json(send(post("application/json", article("urn:2", "Pier opens late"))));
        assertThat(second.at("/accepted/0/id")).isEqualTo(first.at("/accepted/0/id"));
    }

    @Test
    void goodItemsAreAcceptedBesideBadOnes() throws Exception {
        HttpResponse<String> answer = send(
                post("application/x-ndjson", article("urn:3", "One") + "\n{bad\n" + article("urn:4", "Two") + "\n"));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).at("/accepted")).hasSize(2);
        assertThat(json(answer).at("/rejected/0/index").asInt()).isEqualTo(1);
        assertThat(json(answer).at("/rejected/0/detail").asText()).contains("not valid JSON");
    }

    @Test
    void aRequestOfBadItemsAloneIsAProblem() throws Exception {
        HttpResponse<String> answer = send(post("application/json", "[{\"body\":\"no headline\"}]"));
        assertThat(answer.statusCode()).isEqualTo(422);
        problem(answer, "headline");
        assertThat(json(answer).at("/rejected/0/index").asInt()).isZero();
    }

    @Test
    void aKillIsAnEvent() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(url + "/v1/articles/not-seen-yet?reason=wrong%20person"))
                        .DELETE());
        assertThat(answer.statusCode()).isEqualTo(202);
        ConsumerRecord<byte[], byte[]> record = newest("not-seen-yet");
        assertThat(article(record).getStatus()).isEqualTo(PubStatus.canceled);
        assertThat(article(record).getReason()).isEqualTo("wrong person");
        assertThat(header(record, "ce_type")).isEqualTo("news.dateline.article.killed");
    }

    @Test
    void aCompressedBodyIsRead() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/v1/articles"))
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        gzip(article("urn:5", "Zipped").getBytes(UTF_8))));
        assertThat(send(request).statusCode()).isEqualTo(202);
    }

    @Test
    void aCompressedBodyIsBoundedByWhatItUnpacksTo() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/v1/articles"))
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(gzip(new byte[40 * 1024 * 1024])));
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).isEqualTo(413);
        healthy();
    }

    @Test
    void whatCannotBeReadIsAProblemAndHarmsNobody() throws Exception {
        refused(400, "application/json", "{\"headline\":".getBytes(UTF_8), "JSON");
        refused(400, "application/json", new byte[0], "empty");
        refused(400, "application/json", ("{\"headline\":" + "[".repeat(100_000)).getBytes(UTF_8), "JSON");
        refused(400, "application/json", new byte[] {'"', (byte) 0xC3, '"'}, "UTF-8");
        refused(400, "text/plain", new byte[] {0, 0, 0}, "null bytes");
        refused(422, "application/json", "{\"headline\":\"a\\u0000b\"}".getBytes(UTF_8), "U+0000");
        refused(422, "application/json", "{\"headline\":\"a\\ud800b\"}".getBytes(UTF_8), "surrogate");
        refused(422, "text/html", "<html><body><p></p></body></html>".getBytes(UTF_8), "no article");
        refused(415, "application/pdf", "%PDF".getBytes(UTF_8), "application/json");
        refused(415, "text/plain;charset=klingon", "a".getBytes(UTF_8), "charset");
        refused(413, "application/json", new byte[30 * 1024 * 1024], null);
        healthy();
    }

    @Test
    void theApiIsDescribed() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url + "/openapi.yaml")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("/v1/articles");
        assertThat(send(HttpRequest.newBuilder(URI.create(url + "/swagger-ui"))).statusCode())
                .isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(URI.create(url + "/prometheus"))).statusCode())
                .isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(URI.create(url + "/health/readiness")))
                        .statusCode())
                .isEqualTo(200);
    }

    private void refused(int status, String type, byte[] body, String word) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url + "/v1/articles"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        assertThat(answer.statusCode())
                .as("%s of %d bytes: %s", type, body.length, answer.body())
                .isEqualTo(status);
        problem(answer, word == null ? "" : word);
    }

    private static void problem(HttpResponse<String> answer, String word) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(json(answer).path("detail").asText()).isNotBlank().contains(word);
    }

    private void healthy() throws Exception {
        assertThat(send(HttpRequest.newBuilder(URI.create(url + "/health"))).statusCode())
                .isEqualTo(200);
    }

    private static HttpRequest.Builder post(String type, String body) {
        return HttpRequest.newBuilder(URI.create(url + "/v1/articles"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private static String article(String uri, String headline) {
        return "{\"uri\":\"" + uri + "\",\"source\":{\"id\":\"harbour-post\",\"name\":\"The Harbour Post\"},"
                + "\"headline\":\"" + headline + "\",\"body\":\"The lamp burns again.\"}";
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    /** The newest record of this key in the raw topic. */
    private static ConsumerRecord<byte[], byte[]> newest(String id) {
        List<ConsumerRecord<byte[], byte[]>> found =
                TopicRecords.all(RealStack.get().bootstrapServers(), Topics.RAW).stream()
                        .filter(record -> new String(record.key(), UTF_8).equals(id))
                        .toList();
        return found.get(found.size() - 1);
    }

    private static RawArticle article(ConsumerRecord<byte[], byte[]> record) {
        return Topics.in(AvroSerdes.singleObject())
                .raw()
                .value()
                .deserializer()
                .deserialize(Topics.RAW, record.value());
    }
}
