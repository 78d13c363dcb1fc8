package news.dateline.ingest.idempotency;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import news.dateline.RawArticle;
import news.dateline.ingest.publish.Outlet;
import news.dateline.ingest.publish.RawArticleRecords;
import news.dateline.ingest.publish.Sending;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * The articles of one request and its answer: all of it, or nothing. Belongs to one request. Closing rolls back what was
 * not committed.
 */
final class Transaction implements Outlet, AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final RawArticleRecords records;
    private final LogTopic topic;
    private final Return giveBack;
    private boolean committed;

    Transaction(Producer<byte[], byte[]> producer, RawArticleRecords records, LogTopic topic, Return giveBack) {
        this.producer = producer;
        this.records = records;
        this.topic = topic;
        this.giveBack = giveBack;
    }

    @Override
    public CompletableFuture<RecordMetadata> publish(RawArticle article, String traceparent) {
        return Sending.send(producer, records.of(article, traceparent));
    }

    /**
     * Commits the articles together with their answer.
     *
     * @throws KafkaException if Kafka did not say that it has; it may have even so
     */
    void commit(String key, LogEvent answered) {
        try {
            Sending.send(producer, topic.record(key, answered)).join();
        } catch (CompletionException e) {
            throw new KafkaException("The answer could not be kept", e.getCause());
        }
        producer.commitTransaction();
        committed = true;
    }

    @Override
    public void close() {
        giveBack.take(producer, committed || isAborted());
    }

    private boolean isAborted() {
        try {
            producer.abortTransaction();
            return true;
        } catch (KafkaException | IllegalStateException e) { // the latter after a commit without an answer
            return false; // the broker rolls it back after the timeout
        }
    }

    /** Takes a producer back, sound or not. */
    interface Return {
        void take(Producer<byte[], byte[]> producer, boolean sound);
    }
}
