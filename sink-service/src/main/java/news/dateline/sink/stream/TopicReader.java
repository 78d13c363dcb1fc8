package news.dateline.sink.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import news.dateline.schemas.topics.Topics;
import news.dateline.sink.kafka.KafkaClients;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads all partitions of the enriched topic from any place. Belongs to one thread, which closes it. */
final class TopicReader implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topicId;
    private final List<TopicPartition> partitions;

    /**
     * Connects.
     *
     * @throws KafkaException if Kafka does not answer, or has no such topic
     */
    TopicReader(KafkaClients kafka) {
        try (Admin admin = kafka.admin()) {
            topicId = admin.describeTopics(Set.of(Topics.ENRICHED))
                    .topicNameValues()
                    .get(Topics.ENRICHED)
                    .get()
                    .topicId()
                    .toString();
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka does not describe topic " + Topics.ENRICHED, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while asking for topic " + Topics.ENRICHED, e);
        }
        consumer = kafka.follower();
        try {
            partitions = consumer.partitionsFor(Topics.ENRICHED).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
        } catch (KafkaException e) {
            consumer.close();
            throw e;
        }
        consumer.assign(partitions);
    }

    /** The topic's end: of what is committed. */
    EventId end() {
        return place(consumer.endOffsets(partitions));
    }

    EventId beginning() {
        return place(consumer.beginningOffsets(partitions));
    }

    /** Whether the topic still has everything from a place on. */
    boolean has(EventId place) {
        if (!topicId.equals(place.topicId()) || place.partitions() > partitions.size()) {
            return false;
        }
        EventId beginning = beginning();
        EventId end = end();
        for (TopicPartition partition : partitions) {
            long next = place.next(partition.partition());
            // A partition that the place does not know is new and is read from its beginning.
            boolean known = partition.partition() < place.partitions();
            if (known && next < beginning.next(partition.partition()) || next > end.next(partition.partition())) {
                return false;
            }
        }
        return true;
    }

    void seek(EventId place) {
        EventId beginning = beginning();
        for (TopicPartition partition : partitions) {
            int number = partition.partition();
            consumer.seek(partition, Math.max(place.next(number), beginning.next(number)));
        }
    }

    ConsumerRecords<byte[], byte[]> poll(java.time.Duration patience) {
        return consumer.poll(patience);
    }

    /** Where it reads on. */
    EventId position() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
        return place(positions);
    }

    /** Stops reading where a place is reached; gives whether it is everywhere. */
    boolean pauseAt(EventId place) {
        Set<TopicPartition> paused = consumer.paused();
        int reached = 0;
        for (TopicPartition partition : partitions) {
            if (consumer.position(partition) >= place.next(partition.partition())) {
                reached++;
                if (!paused.contains(partition)) {
                    consumer.pause(List.of(partition));
                }
            }
        }
        return reached == partitions.size();
    }

    void resumeAll() {
        consumer.resume(partitions);
    }

    int partitionsNow() {
        return consumer.partitionsFor(Topics.ENRICHED).size();
    }

    int partitions() {
        return partitions.size();
    }

    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private EventId place(Map<TopicPartition, Long> offsets) {
        long[] next = new long[partitions.size()];
        offsets.forEach((partition, offset) -> next[partition.partition()] = offset);
        return new EventId(topicId, next);
    }
}
