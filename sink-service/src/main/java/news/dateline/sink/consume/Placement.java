package news.dateline.sink.consume;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import news.dateline.sink.store.Database;
import news.dateline.sink.store.Offsets;
import news.dateline.sink.store.SqlTrouble;
import news.dateline.sink.store.Step;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * Places the reader where the database says. A partition that is assigned, or whose place has become doubtful, is
 * paused until its offset has been read and sought; so one path serves start, rebalance, database loss and a partition
 * taken over by another reader. Belongs to one loop and its thread.
 */
final class Placement implements ConsumerRebalanceListener {
    private final Consumer<byte[], byte[]> consumer;
    private final Admin admin;
    private final Database database;
    private final Set<TopicPartition> unplaced = new HashSet<>();
    private final Map<TopicPartition, Long> stored = new HashMap<>();

    Placement(Consumer<byte[], byte[]> consumer, Admin admin, Database database) {
        this.consumer = consumer;
        this.admin = admin;
        this.database = database;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            consumer.seekToBeginning(partitions); // any position will do: paused, they are not read
            doubt(partitions);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            unplaced.remove(partition);
            stored.remove(partition);
        });
    }

    /** Everything that is assigned must be placed anew before it is read on. */
    void doubtAll() {
        doubt(consumer.assignment());
    }

    /**
     * Reads the stored offsets of what is not placed, and seeks there.
     *
     * @throws Unavailable if the database or Kafka does not answer
     */
    void settle() {
        for (TopicPartition partition : Set.copyOf(unplaced)) {
            Uuid topicId = topicId(partition.topic());
            long offset = sql(() -> database.write(c -> Offsets.find(c, partition, topicId)));
            consumer.seek(partition, offset);
            stored.put(partition, offset);
            unplaced.remove(partition);
            consumer.resume(Set.of(partition));
        }
    }

    /** Begins partitions again whose stored offset Kafka no longer has; what is read twice is stored once. */
    void rewind(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            sql(() -> database.write(c -> {
                Offsets.rewind(c, partition);
                return null;
            }));
            consumer.seekToBeginning(Set.of(partition));
            stored.put(partition, 0L);
        }
    }

    /** The step from a partition's stored offset to another. */
    Step step(TopicPartition partition, long next) {
        return new Step(stored.get(partition), next);
    }

    /** The offset of a partition is stored. */
    void moved(TopicPartition partition, long next) {
        stored.put(partition, next);
    }

    private void doubt(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        unplaced.addAll(partitions);
    }

    private Uuid topicId(String topic) {
        try {
            return admin.describeTopics(Set.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get()
                    .topicId();
        } catch (ExecutionException e) {
            throw new Unavailable("Kafka does not describe topic " + topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking for topic " + topic, e);
        }
    }

    private interface Query<T> {
        T run() throws SQLException;
    }

    private static <T> T sql(Query<T> query) {
        try {
            return query.run();
        } catch (SQLException e) {
            if (SqlTrouble.of(e) == SqlTrouble.UNAVAILABLE) {
                throw new Unavailable("The database does not answer", e);
            }
            throw new IllegalStateException("The database refuses to keep offsets: " + e.getMessage(), e);
        }
    }
}
