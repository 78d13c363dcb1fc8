package news.dateline.sink.kafka;

import io.micronaut.configuration.kafka.config.KafkaDefaultConfiguration;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.util.Properties;
import news.dateline.schemas.topics.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes the sink's Kafka clients from the settings {@code kafka.*}. Consumers and admins belong to whoever asks for
 * them; the producer is one for the service, thread-safe, closed with it. Stateless.
 */
@Factory
public class KafkaClients {
    private final KafkaDefaultConfiguration kafka;

    KafkaClients(KafkaDefaultConfiguration kafka) {
        this.kafka = kafka;
    }

    /** A consumer in a group, placed by its listener alone: nothing is committed to Kafka. */
    public KafkaConsumer<byte[], byte[]> consumer(String group) {
        Properties config = reading();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        if (!"consumer".equalsIgnoreCase(config.getProperty(ConsumerConfig.GROUP_PROTOCOL_CONFIG))) {
            // After a crash the next start waits this long for its partitions; stored offsets keep a zombie harmless.
            config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
            config.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        }
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer of no group, for partitions that its owner assigns. */
    public KafkaConsumer<byte[], byte[]> follower() {
        Properties config = reading();
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        config.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    public Admin admin() {
        return Admin.create(kafka.getConfig());
    }

    /** The service's producer; every record is acknowledged by all replicas. */
    @Singleton
    @Primary
    @Bean(preDestroy = "close")
    Producer<byte[], byte[]> producer() {
        Properties config = kafka.getConfig();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * Topics.MAX_RECORD_BYTES);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 20_000);
        config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 40_000);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Properties reading() {
        Properties config = kafka.getConfig();
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000); // sees soon that its topic is there
        config.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 * Topics.MAX_RECORD_BYTES); // bounds its memory
        return config;
    }
}
