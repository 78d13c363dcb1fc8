package news.dateline.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import news.dateline.EnrichedArticle;
import news.dateline.EntityType;
import news.dateline.embedded.RealStack;
import news.dateline.schemas.deadletter.DeadLetter;
import news.dateline.schemas.topics.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How the sink reads: where it goes on, and what it does about records that it cannot store. */
class ReadingIT {
    /** Every row that a reader of the store could see, of articles of one source. */
    private static final List<String> STATE = List.of(
            "SELECT a.* FROM articles a WHERE source_id = '%s' ORDER BY id",
            "SELECT v.article_id, v.version, v.received_at, v.article FROM article_versions v"
                    + " WHERE v.article_id LIKE '%s%%' ORDER BY 1, 2",
            "SELECT * FROM kills WHERE article_id LIKE '%s%%' ORDER BY article_id, version",
            "SELECT * FROM article_entities WHERE article_id LIKE '%s%%' ORDER BY article_id, entity_id",
            "SELECT * FROM entities WHERE named_by LIKE '%s%%' ORDER BY id",
            "SELECT * FROM mentions WHERE article_id LIKE '%s%%' ORDER BY article_id, entity_id, field, start_offset",
            "SELECT * FROM article_topics WHERE article_id LIKE '%s%%' ORDER BY article_id, code",
            "SELECT * FROM sources WHERE id = '%s'");

    private final String source = "reading-" + UUID.randomUUID();

    private List<String> state(RunningSink sink) {
        return state(sink, source);
    }

    private static List<String> state(RunningSink sink, String source) {
        List<String> state = new ArrayList<>();
        STATE.forEach(query -> state.addAll(sink.rows(query.formatted(source))));
        return state;
    }

    @Test
    void restartGoesOnFromTheStoredOffsets() {
        try (RunningSink sink = RunningSink.fresh()) {
            RunningSink.send(Wire.article(source + "-1", 1, source).build());
            sink.awaitAll();
            sink.stop();
            // Rows that a second reading from the beginning would bring back.
            sink.execute("DELETE FROM article_versions WHERE article_id = '" + source + "-1'");
            RunningSink.send(Wire.article(source + "-2", 1, source).build());

            sink.start();
            sink.awaitAll();

            assertThat(sink.rows("SELECT id FROM articles WHERE source_id = '" + source + "' ORDER BY id"))
                    .containsExactly(source + "-1", source + "-2");
            assertThat(sink.rows("SELECT article_id FROM article_versions WHERE article_id LIKE '" + source + "%'"))
                    .containsExactly(source + "-2");
        }
    }

    @Test
    void replayFromTheBeginningEndsInTheSameRows() {
        try (RunningSink sink = RunningSink.fresh()) {
            for (int i = 0; i < 20; i++) {
                RunningSink.send(Wire.article(source + "-" + i, 1, source).build());
                RunningSink.send(Wire.article(source + "-" + i, 1, source).build()); // and a duplicate
            }
            RunningSink.send(Wire.article(source + "-3", 2, source).build(), Wire.kill(source + "-4", 2, source));
            sink.awaitAll();
            List<String> before = state(sink);
            sink.stop();
            sink.execute("UPDATE consumer_offsets SET next_offset = 0");

            sink.start();
            sink.awaitAll();

            assertThat(state(sink)).isEqualTo(before);
        }
    }

    @Test
    void readerTakenOverByAnotherStepsBackToTheStoredOffset() {
        try (RunningSink sink = RunningSink.fresh()) {
            RunningSink.send(Wire.article(source + "-1", 1, source).build());
            sink.awaitAll();
            sink.execute("UPDATE consumer_offsets SET next_offset = 0");

            RunningSink.send(Wire.article(source + "-2", 1, source).build());
            sink.awaitAll();

            assertThat(sink.rows("SELECT id FROM articles WHERE source_id = '" + source + "' ORDER BY id"))
                    .containsExactly(source + "-1", source + "-2");
        }
    }

    @Test
    void anyOrderOfTheSameRecordsEndsInTheSameRows() {
        Random random = new Random(20260301);
        List<String> expected = null;
        for (int round = 0; round < 8; round++) {
            String own = source + "-" + round;
            List<EnrichedArticle> records = history(own);
            Collections.shuffle(records, random);
            try (RunningSink sink = RunningSink.fresh(Map.of("kafka.max.poll.records", 1 + round * 2))) {
                RunningSink.send(records);
                RunningSink.send(records.subList(0, random.nextInt(records.size()))); // some again
                sink.awaitAll();
                List<String> state = state(sink, own).stream()
                        .map(row -> row.replace(own, "SOURCE").replace("Q" + own.hashCode(), "QID"))
                        .toList();
                if (expected == null) {
                    expected = state;
                    assertThat(state).hasSizeGreaterThan(60);
                }
                assertThat(state).as("round %d", round).isEqualTo(expected);
            }
        }
    }

    /** Corrections, kills and returns of ten articles, whose entities are told differently from version to version. */
    private static List<EnrichedArticle> history(String source) {
        List<EnrichedArticle> records = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String id = source + "-" + i;
            for (int version = 1; version <= 5; version++) {
                if (i % 3 == 0 && version == 2 || i % 5 == 0 && version == 5) {
                    records.add(Wire.kill(id, version, source));
                    continue;
                }
                String name = source + " person " + (i + version) % 4;
                EnrichedArticle article = Wire.article(id, version, source)
                        .setEntities(List.of(
                                Wire.entity(EntityType.PERSON, name, null, name),
                                Wire.entity(
                                        EntityType.PERSON, name + " the " + version, "Q" + source.hashCode(), name)))
                        .setReceivedAt(Wire.RECEIVED.plus(Duration.ofHours(30L * version + i)))
                        .build();
                article.getEntities().get(0).setScore((i * 7 + version) % 5 / 10.0);
                article.getEntities().get(1).setScore((i * 3 + version) % 5 / 10.0);
                article.getSource().setName("Name " + (i + version) % 3);
                records.add(article);
            }
        }
        return records;
    }

    @Test
    void poisonGoesToTheDeadLettersWithItsBytesAndNeighboursAreStored() {
        try (RunningSink sink = RunningSink.fresh()) {
            byte[] key = (source + "-poison").getBytes(UTF_8);
            byte[] bytes = {0, 1, 2, (byte) 0xC3, 1, 99};
            ProducerRecord<byte[], byte[]> poison = new ProducerRecord<>(Topics.ENRICHED, 0, key, bytes);
            poison.headers().add("traceparent", "00-1-2-01".getBytes(UTF_8));

            RunningSink.send(Wire.article(source + "-1", 1, source).build());
            RecordMetadata place = RunningSink.send(poison);
            RunningSink.send(Wire.article(source + "-2", 1, source).build());
            sink.awaitAll();

            assertThat(sink.ids("source", source)).containsExactlyInAnyOrder(source + "-1", source + "-2");
            ConsumerRecord<byte[], byte[]> dead = deadLetter(place);
            assertThat(dead.key()).isEqualTo(key);
            assertThat(dead.value()).isEqualTo(bytes);
            assertThat(dead.headers().lastHeader("traceparent").value()).isEqualTo("00-1-2-01".getBytes(UTF_8));
            DeadLetter letter = DeadLetter.read(dead.headers());
            assertThat(letter.service()).isEqualTo("sink-service");
            assertThat(letter.message()).contains("single-object");
        }
    }

    @Test
    void recordsThatBreakTheRulesOrThatTheDatabaseRefusesAreIsolated() {
        try (RunningSink sink = RunningSink.fresh()) {
            sink.awaitAll();
            sink.stop(); // so that all come in one batch
            List<EnrichedArticle> bad = List.of(
                    Wire.article(source + " bad id", 1, source).build(),
                    Wire.article(source + "-version", 0, source).build(),
                    Wire.article(source + "-null", 1, source).setBody("a\0b").build(),
                    Wire.article(source + "-time", 1, source)
                            .setPublishedAt("yesterday")
                            .build(),
                    Wire.article(source + "-far", 1, source)
                            .setReceivedAt(Instant.ofEpochMilli(Long.MAX_VALUE))
                            .build());
            List<RecordMetadata> places = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                RunningSink.send(Wire.article(source + "-good-" + i, 1, source).build());
                if (i % 6 == 0) {
                    places.add(RunningSink.send(RunningSink.record(bad.get(i / 6))));
                }
            }

            sink.start();
            sink.awaitAll();

            assertThat(sink.rows("SELECT count(*) FROM articles WHERE source_id = '" + source + "'"))
                    .containsExactly("30");
            for (int i = 0; i < places.size(); i++) {
                assertThat(deadLetter(places.get(i)).value())
                        .isEqualTo(RunningSink.record(bad.get(i)).value());
            }
            assertThat(sink.get("/health").json().path("status").asText()).isEqualTo("UP");
        }
    }

    @Test
    void articleTooRichForTheSearchIndexIsStoredAllTheSame() {
        StringBuilder body = new StringBuilder();
        Random random = new Random(1);
        while (body.length() < 900_000) {
            body.append(Long.toString(random.nextLong() & Long.MAX_VALUE, 36)).append(' ');
        }
        try (RunningSink sink = RunningSink.fresh()) {
            RunningSink.send(Wire.article(source + "-1", 1, source)
                    .setBody(body.toString())
                    .build());
            sink.awaitAll();

            assertThat(sink.ids("source", source, "q", "Lindau")).containsExactly(source + "-1");
        }
    }

    @Test
    void lostDatabaseIsWaitedForAndCaughtUpWith() {
        try (RunningSink sink = RunningSink.fresh(Map.of("datasources.default.connection-timeout", 1000))) {
            RunningSink.send(Wire.article(source + "-1", 1, source).build());
            sink.awaitAll();

            sink.databaseAnswers(false);
            RunningSink.send(Wire.article(source + "-2", 1, source).build());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> sink.get("/health").text().contains("WAITING"));
            RunningSink.Answer search = sink.search("source", source);
            RunningSink.Answer health = sink.get("/health");
            sink.databaseAnswers(true);
            sink.awaitAll();

            assertThat(search.status()).isEqualTo(503);
            assertThat(search.type()).startsWith("application/problem+json");
            assertThat(health.status()).isEqualTo(503);
            assertThat(sink.ids("source", source)).containsExactlyInAnyOrder(source + "-1", source + "-2");
            assertThat(sink.get("/health").status()).isEqualTo(200);
            assertThat(sink.get("/health/readiness").status()).isEqualTo(200);
        }
    }

    @Test
    void faultOfTheProgramStopsTheReaderAndShowsInItsHealth() {
        try (RunningSink sink = RunningSink.fresh()) {
            sink.awaitAll();
            sink.execute("ALTER TABLE article_topics DROP COLUMN classifier");
            RunningSink.send(Wire.article(source + "-1", 1, source).build());

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> sink.get("/health").text().contains("FAILED"));

            assertThat(sink.get("/health/readiness").status()).isEqualTo(503);
            assertThat(sink.rows("SELECT id FROM articles WHERE source_id = '" + source + "'"))
                    .isEmpty();
        }
    }

    /** The dead letter of the record at a place. */
    private static ConsumerRecord<byte[], byte[]> deadLetter(RecordMetadata place) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", RealStack.get().bootstrapServers(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(
                    List.of(new TopicPartition(Topics.DEAD_LETTERS, 0), new TopicPartition(Topics.DEAD_LETTERS, 1)));
            consumer.seekToBeginning(consumer.assignment());
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.headers().lastHeader("dlq.topic") == null) {
                        return; // another test's record that is no dead letter
                    }
                    DeadLetter letter = DeadLetter.read(record.headers());
                    if (letter.topic().equals(place.topic())
                            && letter.partition() == place.partition()
                            && letter.offset() == place.offset()) {
                        found.add(record);
                    }
                });
                return !found.isEmpty();
            });
            return found.get(0);
        }
    }
}
