package news.dateline.ingest.idempotency;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import news.dateline.ingest.publish.Producers;
import news.dateline.ingest.publish.RawArticleRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/** Lends out transactional producers, each to one request at a time; owns them. Thread-safe. */
@Singleton
final class Transactions {
    /** After this the broker rolls back what an instance that died had begun. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Producers producers;
    private final RawArticleRecords records;
    private final LogTopic topic;
    private final IdempotencySettings settings;
    private final Semaphore free;
    private final Deque<Producer<byte[], byte[]>> idle = new ConcurrentLinkedDeque<>();
    private final String instance = UUID.randomUUID().toString();
    private final AtomicInteger made = new AtomicInteger();

    Transactions(Producers producers, RawArticleRecords records, LogTopic topic, IdempotencySettings settings) {
        this.producers = producers;
        this.records = records;
        this.topic = topic;
        this.settings = settings;
        this.free = new Semaphore(settings.transactions(), true);
    }

    /**
     * A transaction, begun; its caller closes it.
     *
     * @throws BusyException if all are lent out for longer than the patience
     * @throws KafkaException if Kafka does not answer
     */
    Transaction begin() throws InterruptedException {
        if (!free.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new BusyException("Too many requests with an Idempotency-Key are in work");
        }
        Producer<byte[], byte[]> producer = null;
        try {
            producer = idle.pollFirst();
            if (producer == null) {
                producer =
                        producers.transactional("dateline-ingest-" + instance + "-" + made.incrementAndGet(), TIMEOUT);
                producer.initTransactions();
            }
            producer.beginTransaction();
            return new Transaction(producer, records, topic, this::giveBack);
        } catch (RuntimeException e) {
            giveBack(producer, false);
            throw e;
        }
    }

    private void giveBack(Producer<byte[], byte[]> producer, boolean sound) {
        if (sound) {
            idle.addFirst(producer);
        } else if (producer != null) {
            producer.close(Duration.ZERO);
        }
        free.release();
    }

    @PreDestroy
    void close() {
        idle.forEach(producer -> producer.close(Duration.ofSeconds(5)));
    }
}
