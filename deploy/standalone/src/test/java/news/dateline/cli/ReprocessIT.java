package news.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;
import news.dateline.PubStatus;
import news.dateline.embedded.EmbeddedKafka;
import news.dateline.schemas.topics.Topic;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dateline reprocess} on a real broker, without the services. */
class ReprocessIT {
    private static final Topic<String, EnrichedArticle> ARTICLES =
            Topics.in(AvroSerdes.singleObject()).enriched();

    @TempDir
    static Path data;

    private static EmbeddedKafka broker;

    @BeforeAll
    static void start() throws IOException {
        broker = EmbeddedKafka.start(data.resolve("kafka"), 0);
        try (Admin admin = Admin.create(kafka())) {
            Topics.in(AvroSerdes.singleObject()).createMissing(admin, 2, (short) 1);
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void historyIsTaggedBesideTheLiveTopicComparedAndPromoted()
            throws IOException, InterruptedException, ExecutionException {
        publish(
                article("old", 1, "2025-01-01T00:00:00Z", "Storm Amy nears Bergen"),
                article("corrected", 1, "2026-03-01T00:00:00Z", "Ferry to Bergen is late"),
                article("new", 2, "2026-03-01T00:00:00Z", "Mayor of Bergen, Kari Holm, opens a bridge"));

        Run run = Run.of(
                "reprocess", "--since", "2026-01-01", "--into", "v2", "--json", "--kafka", broker.bootstrapServers());

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report.path("topic").asText()).isEqualTo("news.articles.enriched.v2");
        assertThat(report.path("articles").asInt()).isEqualTo(2);
        assertThat(report.path("changed").asInt()).isEqualTo(2);
        assertThat(report.at("/differences/entity added/examples").findValuesAsText("after"))
                .contains("PERSON Kari Holm", "LOCATION Bergen");
        assertThat(read("news.articles.enriched.v1"))
                .allMatch(record -> record.value().getEntities().isEmpty());
        assertThat(read("news.articles.enriched.v2"))
                .extracting(ConsumerRecord::key)
                .containsExactlyInAnyOrder("corrected", "new");

        // Comes meanwhile: what was tagged of the version before must not undo it.
        publish(article("corrected", 2, "2026-03-02T00:00:00Z", "Ferry to Bergen is on time"));
        Run promoted = Run.of("reprocess", "--promote", "v2", "--kafka", broker.bootstrapServers());

        assertThat(promoted.code()).as(promoted.err()).isZero();
        assertThat(promoted.err()).contains("promoted 1 articles");
        assertThat(newest("new").getEntities()).extracting(Entity::getName).contains("Kari Holm");
        assertThat(newest("new").getVersion()).isEqualTo(2);
        assertThat(newest("corrected").getHeadline()).isEqualTo("Ferry to Bergen is on time");
        assertThat(Run.of("reprocess", "--discard", "v2", "--kafka", broker.bootstrapServers())
                        .err())
                .contains("There is no topic news.articles.enriched.v2");
    }

    @Test
    void theLiveTopicIsNoPlaceToTagInto() {
        Run run = Run.of("reprocess", "--into", "v1", "--kafka", broker.bootstrapServers());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("--into must be a name such as v2");
    }

    private static EnrichedArticle article(String id, int version, String at, String headline) {
        return EnrichedArticle.newBuilder()
                .setId(id)
                .setVersion(version)
                .setStatus(PubStatus.usable)
                .setHeadline(headline)
                .setBody(headline + ", said the mayor of Bergen on Sunday in the harbour of the city.")
                .setLanguage("en")
                .setReceivedAt(Instant.parse(at))
                .setEnrichedAt(Instant.parse(at))
                .build();
    }

    private static void publish(EnrichedArticle... articles) throws InterruptedException, ExecutionException {
        try (KafkaProducer<String, EnrichedArticle> producer = new KafkaProducer<>(
                kafka(), ARTICLES.key().serializer(), ARTICLES.value().serializer())) {
            for (EnrichedArticle article : articles) {
                producer.send(new ProducerRecord<>(ARTICLES.name(), article.getId(), article))
                        .get();
            }
        }
    }

    private static EnrichedArticle newest(String id) {
        return read(ARTICLES.name()).stream()
                .filter(record -> record.key().equals(id))
                .reduce((before, after) -> after)
                .orElseThrow()
                .value();
    }

    private static List<ConsumerRecord<String, EnrichedArticle>> read(String topic) {
        List<ConsumerRecord<String, EnrichedArticle>> records = new ArrayList<>();
        List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
        try (KafkaConsumer<String, EnrichedArticle> consumer = new KafkaConsumer<>(
                kafka(), ARTICLES.key().deserializer(), ARTICLES.value().deserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }
}
