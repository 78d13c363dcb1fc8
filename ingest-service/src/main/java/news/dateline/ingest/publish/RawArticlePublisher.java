package news.dateline.ingest.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import news.dateline.RawArticle;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Publishes raw articles. Thread-safe; owns its Kafka producer, whose life is the service's.
 */
@Singleton
public final class RawArticlePublisher implements Outlet {
    private final RawArticleRecords records;
    private final Producer<byte[], byte[]> producer;
    private final KafkaClientMetrics metrics;

    RawArticlePublisher(RawArticleRecords records, Producers producers, MeterRegistry meters) {
        this.records = records;
        this.producer = producers.plain();
        this.metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(meters);
    }

    @Override
    public CompletableFuture<RecordMetadata> publish(RawArticle article, String traceparent) {
        return Sending.send(producer, records.of(article, traceparent));
    }

    @PreDestroy
    void close() {
        metrics.close();
        producer.close(Duration.ofSeconds(10));
    }
}
