package news.dateline.ingest.idempotency;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import news.dateline.ingest.idempotency.Ledger.Place;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Fetches an answer from its place in the topic. Thread-safe: one at a time, since repeats are rare. */
@Singleton
final class KeptAnswers {
    private static final Duration POLL = Duration.ofMillis(500);

    private final LogTopic topic;
    private final Duration patience;
    private Consumer<String, String> consumer;

    KeptAnswers(LogTopic topic, IdempotencySettings settings) {
        this.topic = topic;
        this.patience = settings.patience();
    }

    /**
     * The answer at a place.
     *
     * @throws KafkaException if Kafka does not give it in time
     */
    synchronized Answer read(Place place) {
        if (consumer == null) {
            consumer = topic.consumer("dateline-ingest-answers");
        }
        TopicPartition partition = topic.partition(place.partition());
        consumer.assign(Set.of(partition));
        consumer.seek(partition, place.offset());
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                if (record.offset() == place.offset()) {
                    return LogEvent.parse(record.value()).orElseThrow().answer();
                }
            }
        }
        throw new TimeoutException("Kafka did not give a kept answer in time");
    }

    @PreDestroy
    synchronized void close() {
        if (consumer != null) {
            consumer.close();
        }
    }
}
