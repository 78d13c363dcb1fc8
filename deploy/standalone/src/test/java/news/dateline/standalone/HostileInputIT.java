package news.dateline.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.Source;
import news.dateline.embedded.TopicRecords;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import news.dateline.standalone.HostileRequests.Hostile;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is sent to any endpoint or topic: no failure, no hang, nothing told of the program, no neighbour lost. */
class HostileInputIT {
    private static final Topics TOPICS = Topics.in(AvroSerdes.singleObject());

    @TempDir
    static Path data;

    private static Stack stack;

    @BeforeAll
    static void start() throws IOException {
        stack = Stack.start(StackSettings.throwAway(data));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void ingestStandsWhateverIsSent() throws Exception {
        withstands(stack.ingestUrl(), HostileRequests.ingest());
    }

    @Test
    void enrichStandsWhateverIsSent() throws Exception {
        withstands(stack.enrichUrl(), HostileRequests.enrich());
    }

    @Test
    void theSinkStandsWhateverIsSent() throws Exception {
        withstands(stack.sinkUrl(), HostileRequests.sink());
    }

    @Test
    void rawRecordsThatAreNoneBecomeDeadLettersAndCostNoNeighbour() throws Exception {
        byte[] good = TOPICS.raw().value().serializer().serialize(Topics.RAW, article("n"));
        List<byte[]> poison = poison(good);
        long before = deadLetters(Topics.RAW);
        List<String> neighbours = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (int i = 0; i < poison.size(); i++) {
                String id = "raw-neighbour-" + i;
                send(producer, new ProducerRecord<>(Topics.RAW, id.getBytes(UTF_8), poison.get(i)));
                send(
                        producer,
                        new ProducerRecord<>(
                                Topics.RAW,
                                id.getBytes(UTF_8),
                                TOPICS.raw().value().serializer().serialize(Topics.RAW, article(id))));
                neighbours.add(id);
            }
            // a good article under another's key, and under none
            send(producer, new ProducerRecord<>(Topics.RAW, "other".getBytes(UTF_8), good));
            send(producer, new ProducerRecord<>(Topics.RAW, 0, null, good));
        }

        assertStored(neighbours);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(deadLetters(Topics.RAW) - before).isEqualTo(poison.size() + 2L));
    }

    @Test
    void enrichedRecordsThatAreNoneBecomeDeadLettersAndCostNoNeighbour() throws Exception {
        byte[] good = enriched("n");
        List<byte[]> poison = poison(good);
        long before = deadLetters(Topics.ENRICHED);
        List<String> neighbours = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (int i = 0; i < poison.size(); i++) {
                String id = "enriched-neighbour-" + i;
                send(producer, new ProducerRecord<>(Topics.ENRICHED, id.getBytes(UTF_8), poison.get(i)));
                send(producer, new ProducerRecord<>(Topics.ENRICHED, id.getBytes(UTF_8), enriched(id)));
                neighbours.add(id);
            }
        }

        assertStored(neighbours);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(deadLetters(Topics.ENRICHED) - before).isEqualTo(poison.size()));
    }

    @Test
    void aRecordOfTheFirstReleasedSchemaIsRead() throws Exception {
        byte[] released = Files.readAllBytes(Path.of("../../schemas/released/0.1.0/RawArticle.single-object.avro"));
        RawArticle old = TOPICS.raw().value().deserializer().deserialize(Topics.RAW, released);
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            send(producer, new ProducerRecord<>(Topics.RAW, old.getId().getBytes(UTF_8), released));
        }

        assertStored(List.of(old.getId()));
    }

    /** Bytes that are no record of the topic: none, cut, of an unknown schema, flipped, absurdly long, random. */
    private static List<byte[]> poison(byte[] good) {
        List<byte[]> all = new ArrayList<>();
        all.add(new byte[0]);
        all.add(new byte[] {0});
        all.add(new byte[] {0, 0, 0, 0, 7, 1, 2, 3}); // the other wire format, an unknown schema id
        all.add("{\"headline\":\"JSON\"}".getBytes(UTF_8));
        all.add(new byte[1024 * 1024]);
        for (int length = 1; length < good.length - 1; length += Math.max(1, good.length / 12)) {
            all.add(Arrays.copyOf(good, length));
        }
        byte[] unknown = good.clone();
        unknown[4] ^= 0x55; // the schema's fingerprint
        all.add(unknown);
        byte[] huge = Arrays.copyOf(good, 18);
        Arrays.fill(huge, 10, 18, (byte) 0xFE); // a text of absurd length
        all.add(huge);
        for (long seed = 1; seed <= 10; seed++) {
            byte[] random = new byte[200];
            new Random(seed).nextBytes(random);
            all.add(random);
        }
        return all;
    }

    private static void withstands(String server, List<Hostile> requests) throws IOException {
        assertThat(requests).hasSizeGreaterThan(50);
        List<String> faults = new ArrayList<>();
        for (Hostile request : requests) {
            try {
                RawHttp.Answer answer = RawHttp.send(server, request.head(), request.body());
                if (answer.status() >= 500) {
                    faults.add(request + " → " + answer.text());
                } else if (answer.status() >= 400 && tellsOfTheProgram(answer)) {
                    faults.add(request + " tells of the program: " + answer.text());
                } else if (answer.status() >= 400
                        && !answer.isProblem()
                        && !request.head().startsWith("HEAD")) {
                    faults.add(request + " is refused without a problem: " + answer.text());
                }
            } catch (SocketTimeoutException e) {
                faults.add(request + " hangs");
            }
        }
        assertThat(faults).isEmpty();
        assertThat(RawHttp.send(server, "GET /health HTTP/1.1", new byte[0]).status())
                .isEqualTo(200);
    }

    private static boolean tellsOfTheProgram(RawHttp.Answer answer) {
        return answer.text().contains("\tat ") || answer.text().contains("Exception");
    }

    private static void assertStored(List<String> ids) {
        HttpClient http = HttpClient.newHttpClient();
        for (String id : ids) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(URI.create(stack.sinkUrl() + "/v1/articles/" + id))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(id).isEqualTo(200);
            });
        }
    }

    private static long deadLetters(String origin) {
        return TopicRecords.all(stack.bootstrapServers(), Topics.DEAD_LETTERS).stream()
                .filter(record -> origin.equals(
                        new String(record.headers().lastHeader("dlq.topic").value(), UTF_8)))
                .count();
    }

    private static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers(), "max.request.size", Topics.MAX_RECORD_BYTES),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends without waiting: closing the producer waits for all. */
    private static void send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        Future<RecordMetadata> unused = producer.send(record);
    }

    private static RawArticle article(String id) {
        return RawArticle.newBuilder()
                .setId(id)
                .setSource(new Source("harbour-post", "The Harbour Post"))
                .setHeadline("Neighbour " + id)
                .setBody("It stood beside the bad one.")
                .setReceivedAt(Instant.parse("2026-03-01T12:00:00Z"))
                .build();
    }

    private static byte[] enriched(String id) {
        EnrichedArticle article = EnrichedArticle.newBuilder()
                .setId(id)
                .setVersion(1)
                .setStatus(PubStatus.usable)
                .setSource(new Source("harbour-post", "The Harbour Post"))
                .setHeadline("Neighbour " + id)
                .setBody("It stood beside the bad one.")
                .setReceivedAt(Instant.parse("2026-03-01T12:00:00Z"))
                .setEnrichedAt(Instant.parse("2026-03-01T12:00:01Z"))
                .build();
        return TOPICS.enriched().value().serializer().serialize(Topics.ENRICHED, article);
    }
}
