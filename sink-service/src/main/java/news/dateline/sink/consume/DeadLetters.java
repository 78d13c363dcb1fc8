package news.dateline.sink.consume;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import news.dateline.schemas.deadletter.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Sends records that the sink cannot store to the dead-letter topic. Belongs to one loop and its thread. A
 * record is sent once by one process, even if its batch is read again.
 */
final class DeadLetters {
    private final Producer<byte[], byte[]> producer;
    private final Clock clock;
    private final Set<Origin> sent = new HashSet<>();

    DeadLetters(Producer<byte[], byte[]> producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    private record Origin(TopicPartition partition, long offset) {
        static Origin of(ConsumerRecord<?, ?> record) {
            return new Origin(new TopicPartition(record.topic(), record.partition()), record.offset());
        }
    }

    /**
     * Sends records and waits until Kafka has acknowledged each.
     *
     * @return how many were sent now
     * @throws Unavailable if Kafka does not acknowledge
     */
    int send(List<Reading.Poison> poison) {
        List<Reading.Poison> fresh = poison.stream()
                .filter(p -> !sent.contains(Origin.of(p.record())))
                .toList();
        List<Future<?>> acknowledgements = new ArrayList<>();
        try {
            for (Reading.Poison p : fresh) {
                ConsumerRecord<byte[], byte[]> record = p.record();
                DeadLetter letter = DeadLetter.of(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        "sink-service",
                        p.error(),
                        clock.instant());
                acknowledgements.add(producer.send(letter.record(record.key(), record.value(), record.headers())));
            }
            for (int i = 0; i < fresh.size(); i++) {
                acknowledgements.get(i).get();
                sent.add(Origin.of(fresh.get(i).record()));
            }
        } catch (ExecutionException e) {
            throw judged(e.getCause());
        } catch (RetriableException e) {
            throw judged(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the dead-letter topic", e);
        }
        return fresh.size();
    }

    /** Forgets records of a partition that are behind its stored offset: they cannot come again. */
    void forgetBefore(TopicPartition partition, long offset) {
        sent.removeIf(origin -> origin.partition.equals(partition) && origin.offset < offset);
    }

    private static RuntimeException judged(Throwable cause) {
        return cause instanceof RetriableException
                ? new Unavailable("The dead-letter topic does not take records", cause)
                : new KafkaException("The dead-letter topic refuses a record", cause);
    }
}
