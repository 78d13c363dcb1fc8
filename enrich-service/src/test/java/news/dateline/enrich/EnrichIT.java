package news.dateline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import news.dateline.EnrichedArticle;
import news.dateline.RawArticle;
import news.dateline.Source;
import news.dateline.embedded.RealStack;
import news.dateline.embedded.TopicRecords;
import news.dateline.schemas.deadletter.DeadLetter;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service against a real broker, exactly-once and with its real models. */
class EnrichIT {
    private static final Topics TOPICS = Topics.in(AvroSerdes.singleObject());

    @TempDir
    static Path state;

    private static ApplicationContext context;
    private static String url;

    @BeforeAll
    static void start() {
        context = started(state);
        url = "http://localhost:"
                + context.getBean(EmbeddedServer.class).start().getPort();
    }

    /** An instance with this folder for its state. */
    static ApplicationContext started(Path state) {
        return EnrichService.configure(ApplicationContext.builder())
                .properties(Map.of(
                        "kafka.bootstrap.servers",
                        RealStack.get().bootstrapServers(),
                        "dateline.serde",
                        "single-object",
                        "dateline.enrich.port",
                        -1,
                        "dateline.enrich.state-dir",
                        state.toString()))
                .start();
    }

    private static void restart() {
        context.close();
        start();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void versionsGoOnAfterARestartAndRepeatsStaySilent() throws Exception {
        String id = UUID.randomUUID().toString();
        produce(id, bytes(article(id, "First text.")));
        await(id, 1);
        restart();
        produce(id, bytes(article(id, "First text.")));
        produce(id, bytes(article(id, "Second text.")));
        assertThat(await(id, 2)).extracting(EnrichedArticle::getVersion).containsExactly(1, 2);
    }

    @Test
    void anEmbargoOutlastsARestartAndEndsOnTime() throws Exception {
        String id = UUID.randomUUID().toString();
        Instant until = Instant.now().plusSeconds(15).truncatedTo(ChronoUnit.MILLIS);
        RawArticle embargoed = article(id, "Not before its time.");
        embargoed.setEmbargoed(until);
        produce(id, bytes(embargoed));
        String after = UUID.randomUUID().toString();
        produce(after, bytes(article(after, "Any other text.")));
        await(after, 1);
        restart();
        EnrichedArticle released = await(id, 1).get(0);
        assertThat(released.getVersion()).isEqualTo(1);
        assertThat(released.getEnrichedAt()).isAfterOrEqualTo(until);
    }

    @Test
    void aCopyIsFoundWhicheverPartitionItIsInAndAfterARestart() throws Exception {
        String report =
                "Report " + UUID.randomUUID() + " on the new harbour bridge, which was opened to traffic on Sunday "
                        + "after three years of work while thousands of people walked across it in the rain and the ferries "
                        + "sounded their horns for the last time before the old pier is taken down in the summer.";
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String id = UUID.randomUUID().toString();
            ids.add(id);
            produce(id, bytes(article(id, "Copy " + i + ". " + report)));
            EnrichedArticle copy = await(id, 1).get(0);
            assertThat(copy.getDuplicateOf()).isEqualTo(i == 0 ? null : ids.get(0));
            assertThat(copy.getStory()).isNotNull();
            if (i == 3) {
                restart();
            }
        }
    }

    @Test
    void poisonBecomesADeadLetterAndItsNeighbourGoesOn() throws Exception {
        String id = UUID.randomUUID().toString();
        byte[] poison = ("not Avro " + id).getBytes(UTF_8);
        produce(id, poison);
        produce(id, bytes(article(id, "Neighbour.")));
        await(id, 1);
        List<ConsumerRecord<byte[], byte[]>> letters = read(Topics.DEAD_LETTERS, id);
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).value()).isEqualTo(poison);
        assertThat(DeadLetter.read(letters.get(0).headers()).topic()).isEqualTo(Topics.RAW);
    }

    @Test
    void aTextIsTaggedWithoutKafka() throws Exception {
        JsonNode article = new ObjectMapper()
                .readTree(post("{\"headline\":\"Finance minister Anna Berg quits\","
                                + "\"body\":\"OSLO: Anna Berg told the Norwegian parliament on Monday that she would "
                                + "leave the government. Berg had led the Ministry of Finance since 2021.\"}")
                        .body());
        assertThat(article.at("/entities").findValuesAsText("name")).contains("Anna Berg");
        assertThat(article.at("/topics").findValuesAsText("code")).contains("medtop:11000000");
        assertThat(article.path("language").asText()).isEqualTo("en");
    }

    @Test
    void whatIsNoArticleIsAProblem() throws Exception {
        assertThat(post("{\"headline\":").statusCode()).isEqualTo(400);
        assertThat(post("{\"body\":7}").statusCode()).isEqualTo(422);
        assertThat(post("{\"body\":7}").headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
    }

    @Test
    void healthAndApiAreShown() throws Exception {
        for (String path : List.of("/health", "/health/readiness", "/prometheus", "/openapi.yaml", "/swagger-ui")) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
        }
    }

    private static HttpResponse<String> post(String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/v1/enrich"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static RawArticle article(String id, String body) {
        return RawArticle.newBuilder()
                .setId(id)
                .setSource(new Source("harbour-post", "The Harbour Post"))
                .setHeadline("Harbour open")
                .setBody(body)
                .setReceivedAt(Instant.now())
                .build();
    }

    private static byte[] bytes(RawArticle article) {
        return TOPICS.raw().value().serializer().serialize(Topics.RAW, article);
    }

    private static void produce(String key, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealStack.get().bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.RAW, key.getBytes(UTF_8), value))
                    .get();
        }
    }

    private static List<EnrichedArticle> await(String id, int count) {
        List<EnrichedArticle> found = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            found.clear();
            read(Topics.ENRICHED, id)
                    .forEach(record -> found.add(
                            TOPICS.enriched().value().deserializer().deserialize(Topics.ENRICHED, record.value())));
            assertThat(found).hasSize(count);
        });
        return found;
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic, String key) {
        return TopicRecords.all(RealStack.get().bootstrapServers(), topic).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(key))
                .toList();
    }
}
