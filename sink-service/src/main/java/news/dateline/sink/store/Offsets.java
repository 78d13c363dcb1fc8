package news.dateline.sink.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Table consumer_offsets: how far each partition is stored. Stateless. */
public final class Offsets {
    private static final String REGISTER = """
            INSERT INTO consumer_offsets (topic, partition, topic_id, next_offset) VALUES (?, ?, ?, 0)
            ON CONFLICT (topic, partition) DO UPDATE
                SET topic_id = excluded.topic_id, next_offset = 0, stored_at = now()
                WHERE consumer_offsets.topic_id <> excluded.topic_id
            """;
    private static final String READ = "SELECT next_offset FROM consumer_offsets WHERE topic = ? AND partition = ?";
    private static final String LOCK = READ + " FOR UPDATE";
    private static final String MOVE =
            "UPDATE consumer_offsets SET next_offset = ?, stored_at = now() WHERE topic = ? AND partition = ?";

    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    private Offsets() {}

    /**
     * Where to read on.
     *
     * @param topicId id of the topic as it is now; where another is stored, the topic was made anew and nothing of it
     *     has been read
     * @return 0 where nothing was ever stored
     */
    public static long find(Connection connection, TopicPartition partition, Uuid topicId) throws SQLException {
        try (PreparedStatement register = connection.prepareStatement(REGISTER)) {
            register.setString(1, partition.topic());
            register.setInt(2, partition.partition());
            register.setString(3, topicId.toString());
            register.executeUpdate();
        }
        return read(connection, READ, partition);
    }

    /** Begins a partition again, whose stored offset Kafka no longer has. */
    public static void rewind(Connection connection, TopicPartition partition) throws SQLException {
        move(connection, partition, 0);
    }

    /**
     * Moves offsets on, in the transaction that stores what was read.
     *
     * @param steps from where to where each partition moves
     * @throws OffsetMovedException if a stored offset is not where this reader left it: someone else reads the partition
     */
    static void advance(Connection connection, Map<TopicPartition, Step> steps) throws SQLException {
        Map<TopicPartition, Step> inOrder = new TreeMap<>(ORDER); // all writers lock rows in one order
        inOrder.putAll(steps);
        for (Map.Entry<TopicPartition, Step> step : inOrder.entrySet()) {
            long stored = read(connection, LOCK, step.getKey());
            if (stored != step.getValue().from()) {
                throw new OffsetMovedException(step.getKey(), step.getValue().from(), stored);
            }
            move(connection, step.getKey(), step.getValue().to());
        }
    }

    private static long read(Connection connection, String sql, TopicPartition partition) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, partition.topic());
            statement.setInt(2, partition.partition());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }

    private static void move(Connection connection, TopicPartition partition, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setLong(1, to);
            statement.setString(2, partition.topic());
            statement.setInt(3, partition.partition());
            statement.executeUpdate();
        }
    }
}
