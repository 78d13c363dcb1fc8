package news.dateline.ingest.publish;

import java.util.concurrent.CompletableFuture;
import news.dateline.RawArticle;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Where articles go: at once, or as part of a transaction. */
public interface Outlet {
    /**
     * Sends one article or kill; the future completes when every in-sync replica has it.
     *
     * @param traceparent W3C trace context of the request
     */
    CompletableFuture<RecordMetadata> publish(RawArticle article, String traceparent);
}
