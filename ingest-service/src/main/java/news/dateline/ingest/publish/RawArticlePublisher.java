package news.dateline.ingest.publish;

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

    RawArticlePublisher(RawArticleRecords records, Producers producers) {
        this.records = records;
        this.producer = producers.plain();
    }

    @Override
    public CompletableFuture<RecordMetadata> publish(RawArticle article, String traceparent) {
        return Sending.send(producer, records.of(article, traceparent));
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
