package news.dateline.ingest.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.configuration.kafka.config.KafkaDefaultConfiguration;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import news.dateline.schemas.topics.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The topic that keeps claims and answers: the key's digest, and a {@link LogEvent} as JSON. It belongs to the ingest
 * service alone. It is not compacted: a claim that came too late must not be what is left of a key that has its answer.
 * Times are the broker's, so that all instances judge by one clock.
 */
@Singleton
final class LogTopic {
    private static final Duration KEPT = Ledger.ANSWER_LIFE.plusHours(1);

    private final IdempotencySettings settings;
    private final KafkaDefaultConfiguration kafka;

    LogTopic(IdempotencySettings settings, KafkaDefaultConfiguration kafka) {
        this.settings = settings;
        this.kafka = kafka;
    }

    ProducerRecord<byte[], byte[]> record(String key, LogEvent event) {
        return new ProducerRecord<>(
                settings.topic(), key.getBytes(UTF_8), event.toJson().getBytes(UTF_8));
    }

    TopicPartition partition(int number) {
        return new TopicPartition(settings.topic(), number);
    }

    /** A reader of committed records that belongs to no group; its caller closes it. */
    Consumer<String, String> consumer(String clientId) {
        Properties config = new Properties();
        config.putAll(kafka.getConfig());
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.putIfAbsent(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
    }

    /**
     * The topic's partitions; it is made if it is missing.
     *
     * @throws KafkaException if Kafka does not answer or refuses
     */
    List<TopicPartition> partitions() {
        Properties config = new Properties();
        config.putAll(kafka.getConfig());
        config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        try (Admin admin = Admin.create(config)) {
            return existing(admin).orElseGet(() -> created(admin));
        }
    }

    private Optional<List<TopicPartition>> existing(Admin admin) {
        try {
            return Optional.of(admin
                    .describeTopics(List.of(settings.topic()))
                    .topicNameValues()
                    .get(settings.topic())
                    .get()
                    .partitions()
                    .stream()
                    .map(info -> partition(info.partition()))
                    .toList());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw new KafkaException("Kafka does not describe topic " + settings.topic(), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private List<TopicPartition> created(Admin admin) {
        NewTopic topic = new NewTopic(settings.topic(), Optional.of(settings.partitions()), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(KEPT.toMillis()),
                        TopicConfig.SEGMENT_MS_CONFIG,
                        Long.toString(Duration.ofHours(1).toMillis()),
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "LogAppendTime",
                        TopicConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(Topics.MAX_RECORD_BYTES)));
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("Kafka does not create topic " + settings.topic(), e.getCause());
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return existing(admin).orElseThrow(() -> new KafkaException("Topic " + settings.topic() + " is not there yet"));
    }

    private static KafkaException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new KafkaException("Interrupted while waiting for Kafka", e);
    }
}
