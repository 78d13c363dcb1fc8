package news.dateline.ingest.publish;

import io.micronaut.configuration.kafka.config.KafkaDefaultConfiguration;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Properties;
import news.dateline.schemas.topics.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes the service's Kafka producers. What the environment sets under {@code kafka.*} goes through, security above all;
 * what 202 promises is no matter of configuration. Whoever asks for one closes it.
 */
@Singleton
public final class Producers {
    private final KafkaDefaultConfiguration kafka;

    Producers(KafkaDefaultConfiguration kafka) {
        this.kafka = kafka;
    }

    /** A producer of articles that sends each record by itself. */
    public Producer<byte[], byte[]> plain() {
        return plain("dateline-ingest");
    }

    /** A producer that sends each record by itself, under a client id of its own. */
    public Producer<byte[], byte[]> plain(String clientId) {
        return of(settings(clientId));
    }

    /**
     * A producer for transactions, not begun yet.
     *
     * @param id its transactional id, also its client id
     * @param timeout after which the broker rolls a transaction back that was neither committed nor aborted
     */
    public Producer<byte[], byte[]> transactional(String id, Duration timeout) {
        Properties settings = settings(id);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Math.toIntExact(timeout.toMillis()));
        return of(settings);
    }

    private static Producer<byte[], byte[]> of(Properties settings) {
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Properties settings(String clientId) {
        Properties settings = new Properties();
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 9_000);
        settings.putAll(kafka.getConfig());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return settings;
    }
}
