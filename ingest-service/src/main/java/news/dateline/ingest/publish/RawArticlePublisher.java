package news.dateline.ingest.publish;

import io.micronaut.configuration.kafka.config.KafkaDefaultConfiguration;
import io.micronaut.context.annotation.Property;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.schemas.topics.EventHeaders;
import news.dateline.schemas.topics.Topic;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Publishes raw articles. Thread-safe; owns its Kafka producer, whose life is the service's.
 */
@Singleton
public final class RawArticlePublisher {
    private final Topic<String, RawArticle> topic;
    private final Producer<String, RawArticle> producer;

    RawArticlePublisher(
            KafkaDefaultConfiguration kafka,
            @Property(name = "dateline.serde") String serde,
            @Property(name = "schema.registry.url", defaultValue = "") String registryUrl) {
        this.topic = Topics.in(AvroSerdes.of(serde, registryUrl, false)).raw();
        this.producer = new KafkaProducer<>(
                settings(kafka), topic.key().serializer(), topic.value().serializer());
    }

    private static Properties settings(KafkaDefaultConfiguration kafka) {
        Properties settings = new Properties();
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "dateline-ingest");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 9_000);
        settings.putAll(kafka.getConfig());
        // What 202 promises is no matter of configuration.
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return settings;
    }

    /**
     * Sends one article or kill; the future completes when every in-sync replica has it.
     *
     * @param traceparent W3C trace context of the request
     */
    public CompletableFuture<RecordMetadata> publish(RawArticle article, String traceparent) {
        ProducerRecord<String, RawArticle> record = record(topic, article, traceparent);
        CompletableFuture<RecordMetadata> stored = new CompletableFuture<>();
        try {
            Future<RecordMetadata> unused = producer.send(record, (metadata, error) -> {
                if (error == null) {
                    stored.complete(metadata);
                } else {
                    stored.completeExceptionally(error);
                }
            });
        } catch (KafkaException e) {
            stored.completeExceptionally(e);
        }
        return stored;
    }

    /** The record of an article or kill with its headers, for a producer of one's own. */
    public static ProducerRecord<String, RawArticle> record(
            Topic<String, RawArticle> topic, RawArticle article, String traceparent) {
        ProducerRecord<String, RawArticle> record = new ProducerRecord<>(topic.name(), article.getId(), article);
        String type = article.getStatus() == PubStatus.canceled
                ? "news.dateline.article.killed"
                : "news.dateline.article.received";
        EventHeaders.put(
                record.headers(),
                "ingest-service",
                type,
                UUID.randomUUID().toString(),
                article.getId(),
                article.getReceivedAt());
        EventHeaders.set(record.headers(), EventHeaders.TRACEPARENT, traceparent);
        return record;
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
