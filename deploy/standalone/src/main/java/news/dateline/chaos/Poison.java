package news.dateline.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import news.dateline.RawArticle;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;

/**
 * Puts records on the raw topic that nothing can be made of: chance bytes, articles that break off, and articles under
 * another's key. Each must become one dead letter. Thread-safe.
 */
final class Poison implements AutoCloseable {
    private static final int EVERY = 150;
    private static final int MOST_BYTES = 400;
    private static final int PATIENCE_MILLIS = 30 * 60_000;

    private final long seed;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Serde<RawArticle> articles = AvroSerdes.singleObject().of(RawArticle.class);
    private final Map<String, byte[]> acknowledged = new ConcurrentHashMap<>();

    Poison(String bootstrapServers, long seed) {
        this.seed = seed;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "delivery.timeout.ms", PATIENCE_MILLIS,
                        "max.block.ms", PATIENCE_MILLIS),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Sends one for every so many articles that are begun. */
    void begun(int article) {
        if (article % EVERY != 0) {
            return;
        }
        String key = "poison-" + article;
        byte[] value = value(article / EVERY);
        Future<?> unused =
                producer.send(new ProducerRecord<>(Topics.RAW, key.getBytes(UTF_8), value), (sent, error) -> {
                    if (error == null) {
                        acknowledged.put(key, value);
                    }
                });
    }

    /** What Kafka has acknowledged, by key. */
    Map<String, byte[]> acknowledged() {
        producer.flush();
        return Map.copyOf(acknowledged);
    }

    @Override
    public void close() {
        producer.close();
    }

    private byte[] value(int number) {
        if (number % 3 == 0) {
            Random random = new Random(seed + number);
            byte[] bytes = new byte[1 + random.nextInt(MOST_BYTES)];
            random.nextBytes(bytes);
            return bytes;
        }
        byte[] whole = articles.serializer()
                .serialize(
                        Topics.RAW,
                        RawArticle.newBuilder()
                                .setId("under-another-key")
                                .setHeadline("Poison " + number)
                                .setBody("This must never be seen.")
                                .setReceivedAt(Instant.EPOCH)
                                .build());
        return number % 3 == 1 ? whole : Arrays.copyOf(whole, whole.length / 2);
    }
}
