package news.dateline.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consumer and producer on a real broker. */
class ClientIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final AvroSerdes SERDES = AvroSerdes.singleObject();

    @TempDir
    static Path data;

    private static EmbeddedKafka broker;

    @BeforeAll
    static void start() throws IOException {
        broker = EmbeddedKafka.start(data.resolve("kafka"), 0);
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()))) {
            Topics.in(SERDES).createMissing(admin, 2, (short) 1);
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aGroupGoesOnWhereItLeftOff() throws InterruptedException, ExecutionException {
        publish(
                Articles.enriched("a", 1, PubStatus.usable),
                Articles.enriched("b", 1, PubStatus.usable),
                Articles.enriched("a", 2, PubStatus.usable));
        List<String> first = new CopyOnWriteArrayList<>();
        runUntil(first, 3);
        publish(Articles.enriched("b", 2, PubStatus.canceled), Articles.enriched("c", 1, PubStatus.usable));

        List<String> second = new CopyOnWriteArrayList<>();
        runUntil(second, 2);

        assertThat(first).containsExactlyInAnyOrder("article a 1", "article b 1", "correction a 2");
        assertThat(second).containsExactlyInAnyOrder("kill b 2", "article c 1");
    }

    @Test
    void whatIsSentLiesOnTheRawTopicUnderItsId() {
        String id;
        try (ArticleProducer producer = new ArticleProducer("harbour-desk", kafka(), SERDES)) {
            id = producer.send(Articles.raw()).join();
        }
        Topic<String, RawArticle> raw = Topics.in(SERDES).raw();
        List<ConsumerRecord<String, RawArticle>> seen = new ArrayList<>();
        try (KafkaConsumer<String, RawArticle> consumer = new KafkaConsumer<>(
                kafka(), raw.key().deserializer(), raw.value().deserializer())) {
            List<TopicPartition> partitions =
                    List.of(new TopicPartition(raw.name(), 0), new TopicPartition(raw.name(), 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await().atMost(LIMIT).pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
                return !seen.isEmpty();
            });
        }
        assertThat(seen).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(id);
            assertThat(record.value().getHeadline()).isEqualTo("The ferry is late");
        });
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private static void publish(EnrichedArticle... articles) throws InterruptedException, ExecutionException {
        Topic<String, EnrichedArticle> topic = Topics.in(SERDES).enriched();
        try (KafkaProducer<String, EnrichedArticle> producer = new KafkaProducer<>(
                kafka(), topic.key().serializer(), topic.value().serializer())) {
            for (EnrichedArticle article : articles) {
                producer.send(new ProducerRecord<>(topic.name(), article.getId(), article))
                        .get();
            }
        }
    }

    private static void runUntil(List<String> calls, int count) {
        ArticleConsumer consumer = new ArticleConsumer(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", "harbour-desk"),
                SERDES,
                new ArticleHandler() {
                    @Override
                    public void onArticle(EnrichedArticle article) {
                        calls.add("article " + article.getId() + " " + article.getVersion());
                    }

                    @Override
                    public void onCorrection(EnrichedArticle article) {
                        calls.add("correction " + article.getId() + " " + article.getVersion());
                    }

                    @Override
                    public void onKill(Kill kill) {
                        calls.add("kill " + kill.id() + " " + kill.version());
                    }
                });
        CompletableFuture<Void> running = CompletableFuture.runAsync(consumer::run);
        Awaitility.await().atMost(LIMIT).until(() -> calls.size() >= count);
        consumer.close();
        running.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
