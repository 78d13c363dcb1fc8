package news.dateline.ingest.http;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import news.dateline.ingest.articles.ReadItem;
import news.dateline.ingest.articles.Receipt;
import news.dateline.ingest.publish.RawArticlePublisher;
import news.dateline.ingest.publish.TraceContext;
import org.apache.kafka.clients.producer.RecordMetadata;
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
        List<Receipt.Accepted> accepted = new ArrayList<>();
        List<Receipt.Rejected> rejected = new ArrayList<>();
        List<CompletableFuture<RecordMetadata>> sent = new ArrayList<>();
        String trace = TraceContext.continued(traceparent);
        for (ReadItem item : items) {
            if (item instanceof ReadItem.Article read) {
                sent.add(publisher.publish(read.article(), trace));
                accepted.add(new Receipt.Accepted(read.index(), read.article().getId()));
            } else if (item instanceof ReadItem.Refused refused) {
                rejected.add(new Receipt.Rejected(refused.index(), refused.detail()));
            }
        }
        await(sent);
        return new Receipt(accepted, rejected);
    }

    private static void await(List<CompletableFuture<RecordMetadata>> sent) {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof KafkaException kafka
                    ? kafka
                    : new KafkaException("An article could not be published", e.getCause());
        }
    }
}
