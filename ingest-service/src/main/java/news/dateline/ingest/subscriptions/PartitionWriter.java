package news.dateline.ingest.subscriptions;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import news.dateline.Feed;
import news.dateline.RawArticle;
import news.dateline.ingest.publish.TraceContext;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Writes what the polls of one partition's feeds bring: the articles and the feed's new state in one transaction. Once
 * anything goes wrong it is broken, since it may have been fenced by a new owner of the partition; the next one begins
 * by asking Kafka what was committed. Thread-safe; the poller closes it.
 */
final class PartitionWriter implements AutoCloseable {
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;
    private final FeedClients clients;
    private final FeedBook book;
    private final Clock clock;
    private boolean closed;
    private boolean broken;

    /**
     * Fences whoever wrote this partition's feeds before; what it left open is rolled back.
     *
     * @throws KafkaException if Kafka does not answer
     */
    PartitionWriter(Producer<byte[], byte[]> producer, FeedClients clients, FeedBook book, Clock clock) {
        this.producer = producer;
        this.clients = clients;
        this.book = book;
        this.clock = clock;
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /** What to write. */
    record Step(List<RawArticle> articles, Feed state) {}

    synchronized boolean isBroken() {
        return broken;
    }

    /**
     * Writes one step, and takes its state into the book.
     *
     * @param decide says what to write, on the newest state of the feed; {@code null} for nothing
     * @return whether it was written
     * @throws KafkaException if it was not, as far as is known
     */
    synchronized boolean write(String id, Supplier<Step> decide) {
        if (closed || broken) {
            return false;
        }
        Step step = decide.get();
        if (step == null) {
            return false;
        }
        String trace = TraceContext.begun();
        List<ProducerRecord<byte[], byte[]>> articles = step.articles().stream()
                .map(article -> clients.record(article, trace))
                .toList();
        ProducerRecord<byte[], byte[]> newState = clients.record(id, step.state(), clock.instant());
        try {
            producer.beginTransaction();
            for (ProducerRecord<byte[], byte[]> article : articles) {
                Future<RecordMetadata> unused = producer.send(article);
            }
            Future<RecordMetadata> state = producer.send(newState);
            producer.commitTransaction();
            RecordMetadata stored = state.get();
            book.take(stored.partition(), stored.offset(), id, step.state());
            return true;
        } catch (RuntimeException e) {
            broken = true;
            throw e;
        } catch (ExecutionException e) {
            broken = true;
            throw new KafkaException("The state of feed " + id + " was not stored", e.getCause());
        } catch (InterruptedException e) {
            broken = true;
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while writing feed " + id, e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        producer.close(broken ? Duration.ZERO : LONGEST_CLOSE);
    }
}
