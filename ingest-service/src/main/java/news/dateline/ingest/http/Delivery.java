package news.dateline.ingest.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import news.dateline.PubStatus;
import news.dateline.edge.access.Audit;
import news.dateline.ingest.articles.ReadItem;
import news.dateline.ingest.articles.Receipt;
import news.dateline.ingest.publish.Outlet;
import news.dateline.ingest.publish.TraceContext;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Publishes one request's items while they are read. No more than {@value #MOST_IN_FLIGHT} are on their way to Kafka at a
 * time: the reader waits, and with it the sender. For one thread.
 */
final class Delivery implements Consumer<ReadItem> {
    private static final int MOST_IN_FLIGHT = 1_000;

    private final Outlet outlet;
    private final String trace;
    private final Deque<CompletableFuture<RecordMetadata>> inFlight = new ArrayDeque<>();
    private final List<Receipt.Accepted> accepted = new ArrayList<>();
    private final List<Receipt.Rejected> rejected = new ArrayList<>();
    private final List<String> kills = new ArrayList<>();
    private long acceptedTotal;
    private long rejectedTotal;

    /**
     * @param outlet where the articles go
     * @param traceparent W3C trace context of the request, null if it has none
     */
    Delivery(Outlet outlet, String traceparent) {
        this.outlet = outlet;
        this.trace = TraceContext.continued(traceparent);
    }

    /**
     * Publishes an article, or notes a refusal.
     *
     * @throws KafkaException if Kafka did not acknowledge an earlier one in time
     */
    @Override
    public void accept(ReadItem item) {
        if (item instanceof ReadItem.Article read) {
            if (inFlight.size() == MOST_IN_FLIGHT) {
                await(inFlight.remove());
            }
            inFlight.add(outlet.publish(read.article(), trace));
            if (read.article().getStatus() == PubStatus.canceled) {
                kills.add(read.article().getId());
            }
            acceptedTotal++;
            if (accepted.size() < Receipt.LONGEST_LIST) {
                accepted.add(new Receipt.Accepted(read.index(), read.article().getId()));
            }
        } else if (item instanceof ReadItem.Refused refused) {
            rejectedTotal++;
            if (rejected.size() < Receipt.LONGEST_LIST) {
                rejected.add(new Receipt.Rejected(refused.index(), refused.detail()));
            }
        }
    }

    /**
     * The receipt, once Kafka has acknowledged every acceptable item.
     *
     * @throws KafkaException if Kafka did not acknowledge one in time
     */
    Receipt receipt() {
        while (!inFlight.isEmpty()) {
            await(inFlight.remove());
        }
        kills.forEach(id -> Audit.record("event=kill article=" + id));
        boolean whole = acceptedTotal == accepted.size() && rejectedTotal == rejected.size();
        return whole ? new Receipt(accepted, rejected) : new Receipt(accepted, rejected, acceptedTotal, rejectedTotal);
    }

    private static void await(CompletableFuture<RecordMetadata> sent) {
        try {
            RecordMetadata unused = sent.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof KafkaException kafka
                    ? kafka
                    : new KafkaException("An article could not be published", e.getCause());
        }
    }
}
