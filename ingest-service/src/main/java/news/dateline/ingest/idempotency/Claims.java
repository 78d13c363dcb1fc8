package news.dateline.ingest.idempotency;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import news.dateline.ingest.idempotency.Ledger.Entry;
import news.dateline.ingest.publish.Producers;
import news.dateline.ingest.publish.Sending;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Claims keys in the topic: the first claim in its partition's order holds, whichever instances wrote it and the others.
 * Thread-safe; owns its producer.
 */
@Singleton
final class Claims {
    private final LogTopic topic;
    private final Ledger ledger;
    private final LedgerReader reader;
    private final IdempotencySettings settings;
    private final Producer<byte[], byte[]> producer;
    private final Clock clock = Clock.systemUTC();

    Claims(LogTopic topic, Ledger ledger, LedgerReader reader, IdempotencySettings settings, Producers producers) {
        this.topic = topic;
        this.ledger = ledger;
        this.reader = reader;
        this.settings = settings;
        this.producer = producers.plain();
    }

    /**
     * Writes a claim and reads the topic up to it.
     *
     * @return what holds of the key then: this claim, an earlier one, or an answer
     * @throws KafkaException if Kafka does not answer in time
     */
    Entry claim(String key, String fingerprint, String token) throws InterruptedException {
        if (ledger.size() >= settings.maxKeys()) {
            throw new BusyException("More idempotency keys are in use than are remembered at once");
        }
        RecordMetadata written;
        try {
            written = Sending.send(producer, topic.record(key, LogEvent.claimed(token, fingerprint)))
                    .join();
        } catch (CompletionException e) {
            throw new KafkaException("An idempotency key could not be claimed", e.getCause());
        }
        if (!reader.await(topic.partition(written.partition()), written.offset(), settings.patience())) {
            release(key, token);
            throw new TimeoutException("The idempotency topic was not read in time");
        }
        return ledger.find(key, clock.instant())
                .orElseThrow(() -> new TimeoutException("A claim was over before it was read"));
    }

    /** Gives a claim up, if Kafka answers; else it ends by itself after {@link Ledger#CLAIM_LIFE}. */
    void release(String key, String token) {
        CompletableFuture<RecordMetadata> unused = Sending.send(producer, topic.record(key, LogEvent.released(token)));
    }

    static String token() {
        return UUID.randomUUID().toString();
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
