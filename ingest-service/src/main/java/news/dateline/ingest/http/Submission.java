package news.dateline.ingest.http;

import jakarta.inject.Singleton;
import java.util.List;
import news.dateline.ingest.articles.ReadItem;
import news.dateline.ingest.articles.Receipt;
import news.dateline.ingest.publish.RawArticlePublisher;
import org.apache.kafka.common.KafkaException;

/** Publishes what was read and waits until Kafka has all of it. Thread-safe. */
@Singleton
final class Submission {
    private final RawArticlePublisher publisher;

    Submission(RawArticlePublisher publisher) {
        this.publisher = publisher;
    }

    /**
     * The receipt, once every acceptable item is acknowledged.
     *
     * @throws KafkaException if Kafka did not acknowledge one in time
     */
    Receipt submit(List<ReadItem> items, String traceparent) {
        Delivery delivery = begin(traceparent);
        items.forEach(delivery);
        return delivery.receipt();
    }

    /** For items that are still to be read. */
    Delivery begin(String traceparent) {
        return new Delivery(publisher::publish, TraceContext.continued(traceparent));
    }
}
