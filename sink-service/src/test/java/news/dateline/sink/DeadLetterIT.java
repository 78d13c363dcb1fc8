package news.dateline.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import news.dateline.embedded.RealStack;
import news.dateline.schemas.deadletter.DeadLetter;
import news.dateline.schemas.topics.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code /v1/dlq}: what failed anywhere is stored, shown, replayed and discarded. */
class DeadLetterIT {
    private static final Instant FAILED = Instant.parse("2026-03-01T09:00:00Z");
    private static RunningSink sink;

    private final String service = "service-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        sink = RunningSink.fresh();
    }

    @AfterAll
    static void stop() {
        sink.close();
    }

    private String fail(String topic, long offset, String key, byte[] value, Exception error) {
        RecordHeaders own = new RecordHeaders();
        own.add("traceparent", "00-1-2-01".getBytes(UTF_8));
        own.add("binary", new byte[] {(byte) 0xFF, 0});
        DeadLetter letter = DeadLetter.of(topic, 0, offset, service, error, FAILED.plusSeconds(offset));
        RunningSink.send(letter.record(key.getBytes(UTF_8), value, own));
        return key;
    }

    private JsonNode await(int letters) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(this::list, list -> list.path("total").asInt() == letters);
    }

    private JsonNode list() {
        return sink.get("/v1/dlq?service=" + service).json();
    }

    @Test
    void failuresAreListedNewestFirstAndGroupedByReason() {
        fail(Topics.RAW, 1, "a", new byte[] {1}, new IllegalStateException("first"));
        fail(Topics.RAW, 2, "b", new byte[] {2}, new IllegalStateException("second"));
        fail(Topics.ENRICHED, 3, "c", new byte[] {3}, new IllegalArgumentException("a \0 null"));

        JsonNode list = await(3);

        assertThat(list.path("deadLetters").findValuesAsText("offset")).containsExactly("3", "2", "1");
        assertThat(list.path("groups").findValuesAsText("count")).containsExactly("2", "1");
        assertThat(list.at("/groups/0/errorClass").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(list.at("/groups/0/message").asText()).isEqualTo("second");
        assertThat(list.path("next").isNull()).isTrue();
        JsonNode narrowed = sink.get("/v1/dlq?service=" + service + "&errorClass=java.lang.IllegalArgumentException")
                .json();
        assertThat(narrowed.path("total").asInt()).isEqualTo(1);
    }

    @Test
    void pagesFollowOneAnotherWithoutRepetition() {
        for (int i = 0; i < 5; i++) {
            fail(Topics.RAW, i, "k" + i, new byte[] {1}, new IllegalStateException("x"));
        }
        await(5);
        JsonNode first = sink.get("/v1/dlq?limit=2&service=" + service).json();

        JsonNode second = sink.get("/v1/dlq?limit=2&service=" + service + "&cursor="
                        + first.path("next").asText())
                .json();

        assertThat(first.path("deadLetters").findValuesAsText("offset")).containsExactly("4", "3");
        assertThat(second.path("deadLetters").findValuesAsText("offset")).containsExactly("2", "1");
        assertThat(sink.get("/v1/dlq?cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void sameFailureToldTwiceIsOne() {
        fail(Topics.RAW, 7, "a", new byte[] {1}, new IllegalStateException("x"));
        fail(Topics.RAW, 7, "a", new byte[] {1}, new IllegalStateException("x"));
        fail(Topics.RAW, 8, "a", new byte[] {1}, new IllegalStateException("x"));

        await(2);
    }

    @Test
    void contentIsShownDecodedWhereItCanBeAndItsFirstBytesWhereNot() {
        ProducerRecord<byte[], byte[]> good =
                RunningSink.record(Wire.article(service, 1, service).build());
        fail(Topics.ENRICHED, 1, service, good.value(), new IllegalStateException("x"));
        fail(Topics.RAW, 2, service, new byte[] {0, 1, (byte) 0xAB}, new IllegalStateException("y"));
        JsonNode list = await(2);

        JsonNode bad =
                sink.get("/v1/dlq/" + list.at("/deadLetters/0/id").asText()).json();
        JsonNode decoded =
                sink.get("/v1/dlq/" + list.at("/deadLetters/1/id").asText()).json();

        assertThat(bad.at("/preview/hex").asText()).isEqualTo("0001ab");
        assertThat(bad.at("/preview/base64").asText()).isEqualTo("AAGr");
        assertThat(bad.path("undecodable").asText()).contains("single-object");
        assertThat(bad.path("key").asText()).isEqualTo(service);
        assertThat(bad.path("headers").toString())
                .isEqualTo(
                        "[{\"name\":\"traceparent\",\"value\":\"00-1-2-01\"},{\"name\":\"binary\",\"value\":\"/wA=\"}]");
        assertThat(decoded.at("/content/headline").asText()).isEqualTo("Harbour of Lindau opens again");
        assertThat(decoded.path("preview").isNull()).isTrue();
    }

    @Test
    void replayPutsTheUntouchedRecordOnItsTopicOnce() {
        byte[] value = {5, 6, 7, 0};
        fail(Topics.RAW, 1, "key " + service, value, new IllegalStateException("x"));
        String id = await(1).at("/deadLetters/0/id").asText();

        RunningSink.Answer replayed = sink.ask("POST", "/v1/dlq/" + id + "/replay", null);
        RunningSink.Answer again = sink.ask("POST", "/v1/dlq/" + id + "/replay", null);

        assertThat(replayed.status()).isEqualTo(200);
        assertThat(replayed.json().path("state").asText()).isEqualTo("replayed");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("detail").asText()).contains("replayed already");
        List<ConsumerRecord<byte[], byte[]>> records = raw("key " + service);
        assertThat(records).hasSize(1);
        ConsumerRecord<byte[], byte[]> record = records.get(0);
        assertThat(record.value()).isEqualTo(value);
        assertThat(record.partition() + "@" + record.offset())
                .isEqualTo(replayed.json().path("replayedTo").asText());
        assertThat(new String(record.headers().lastHeader("traceparent").value(), UTF_8))
                .isEqualTo("00-1-2-01");
        assertThat(new String(record.headers().lastHeader("replay-of").value(), UTF_8))
                .isEqualTo(id);
        assertThat(list().path("total").asInt()).isZero();
        assertThat(sink.get("/v1/dlq?state=replayed&service=" + service)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void groupIsReplayedAndWhatHasNoTopicOfOursWaitsOn() {
        fail(Topics.RAW, 1, service + "-1", new byte[] {1}, new IllegalStateException("x"));
        fail(Topics.RAW, 2, service + "-2", new byte[] {2}, new IllegalStateException("x"));
        fail("payments", 3, service + "-3", new byte[] {3}, new IllegalStateException("x"));
        await(3);

        JsonNode done =
                sink.ask("POST", "/v1/dlq/replay?service=" + service, null).json();

        assertThat(done.path("count").asInt()).isEqualTo(2);
        assertThat(done.at("/refused/0/detail").asText()).contains("payments");
        assertThat(list().path("total").asInt()).isEqualTo(1);
        assertThat(sink.ask("POST", "/v1/dlq/replay", null).status()).isEqualTo(400);
    }

    @Test
    void discardNeedsAReasonAndKeepsIt() {
        fail(Topics.RAW, 1, "a", new byte[] {1}, new IllegalStateException("x"));
        fail(Topics.RAW, 2, "b", new byte[] {1}, new IllegalStateException("x"));
        String id = await(2).at("/deadLetters/0/id").asText();
        String reason = "?reason=" + URLEncoder.encode("a test of theirs", UTF_8);

        RunningSink.Answer without = sink.ask("DELETE", "/v1/dlq/" + id, null);
        RunningSink.Answer discarded = sink.ask("DELETE", "/v1/dlq/" + id + reason, null);
        RunningSink.Answer group = sink.ask("DELETE", "/v1/dlq" + reason + "&service=" + service, null);

        assertThat(without.status()).isEqualTo(400);
        assertThat(discarded.json().path("reason").asText()).isEqualTo("a test of theirs");
        assertThat(group.json().path("count").asInt()).isEqualTo(1);
        assertThat(sink.ask("POST", "/v1/dlq/" + id + "/replay", null).status()).isEqualTo(409);
        assertThat(sink.ask("DELETE", "/v1/dlq/000000000000000000000000" + reason, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void killTakesTheContentOfWhatFailedBeforeAndAfter() {
        fail(Topics.RAW, 1, service, "before the kill".getBytes(UTF_8), new IllegalStateException("x"));
        await(1);
        RunningSink.send(Wire.kill(service, 2, service));
        sink.awaitAll();
        fail(Topics.RAW, 2, service, "after the kill".getBytes(UTF_8), new IllegalStateException("x"));

        JsonNode list = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> sink.get("/v1/dlq?state=erased&service=" + service)
                                .json(),
                        erased -> erased.path("total").asInt() == 2);

        String id = list.at("/deadLetters/0/id").asText();
        assertThat(sink.rows("SELECT count(*) FROM dead_letters WHERE service = '" + service
                        + "' AND (record_value IS NOT NULL OR header_names <> '{}')"))
                .containsExactly("0");
        assertThat(sink.ask("POST", "/v1/dlq/" + id + "/replay", null).status()).isEqualTo(409);
    }

    @Test
    void recordWithoutOurHeadersIsADeadLetterAllTheSame() {
        byte[] key = service.getBytes(UTF_8);
        RunningSink.send(new ProducerRecord<>(Topics.DEAD_LETTERS, key, null));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> sink.rows("SELECT service FROM dead_letters WHERE article_id = '" + service + "'")
                        .equals(List.of("unknown")));

        assertThat(sink.get("/health").json().path("status").asText()).isEqualTo("UP");
    }

    private static List<ConsumerRecord<byte[], byte[]>> raw(String key) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", RealStack.get().bootstrapServers(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topics.RAW, 0), new TopicPartition(Topics.RAW, 1)));
            consumer.seekToBeginning(consumer.assignment());
            List<ConsumerRecord<byte[], byte[]>> found = new java.util.ArrayList<>();
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(new String(record.key(), UTF_8))) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }
}
