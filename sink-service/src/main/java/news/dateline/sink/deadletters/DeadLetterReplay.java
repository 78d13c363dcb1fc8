package news.dateline.sink.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.dateline.schemas.topics.Topics;
import news.dateline.sink.store.Database;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Puts failed records back onto the topic that they came from, key and value untouched, their own headers kept. The
 * dead letter is held in the database until Kafka has acknowledged, so two replays at once are one; after a crash
 * between acknowledgement and commit it still waits, and a second replay changes nothing, as versions see to it.
 * Thread-safe.
 */
@Singleton
final class DeadLetterReplay {
    /** Header of a replayed record: the dead letter that it was. */
    static final String REPLAY_OF = "replay-of";

    private static final long PATIENCE_SECONDS = 45;
    private static final String NEXT = "SELECT id FROM dead_letters WHERE %s ORDER BY failed_at, id LIMIT 100";
    private static final String REPLAYED = """
            UPDATE dead_letters
            SET state = 'replayed', changed_at = now(), replayed_partition = ?, replayed_offset = ? WHERE id = ?
            """;

    private final Database database;
    private final Producer<byte[], byte[]> producer;

    DeadLetterReplay(Database database, Producer<byte[], byte[]> producer) {
        this.database = database;
        this.producer = producer;
    }

    /** What became of a replay. */
    sealed interface Outcome {
        /** The record is on its topic again. */
        record Replayed(DeadLetterItem item) implements Outcome {}

        /** It cannot be replayed, and why. */
        record Refused(String detail) implements Outcome {}

        /** There is no such dead letter. */
        record Unknown() implements Outcome {}

        /** Kafka does not take it now. */
        record Unavailable(String detail) implements Outcome {}
    }

    Outcome replay(String id) throws SQLException {
        return database.write(connection -> {
            Optional<DeadLetterBox.Letter> held = DeadLetterBox.hold(connection, id);
            if (held.isEmpty()) {
                return new Outcome.Unknown();
            }
            String refusal = refusal(held.get());
            return refusal == null ? replay(connection, held.get()) : new Outcome.Refused(refusal);
        });
    }

    /** The waiting dead letters of a group, oldest first; at most a hundred. */
    List<String> next(DeadLetterFilter group) throws SQLException {
        return database.read(connection -> {
            List<String> ids = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(NEXT.formatted(group.sql()))) {
                group.bind(statement, 1);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        ids.add(row.getString(1));
                    }
                }
            }
            return ids;
        });
    }

    private static String refusal(DeadLetterBox.Letter letter) {
        DeadLetterItem item = letter.item();
        if (!item.state().equals("waiting")) {
            return switch (item.state()) {
                case "replayed" ->
                    "It was replayed already; if it failed again, that failure is a dead letter of its own";
                case "discarded" -> "It was discarded: " + item.reason();
                default -> "Its article was killed, and its content is gone";
            };
        }
        if (!item.topic().startsWith("news.") || item.topic().equals(Topics.DEAD_LETTERS)) {
            return "It came from topic '" + item.topic() + "', which is none of Dateline's";
        }
        return null;
    }

    private Outcome replay(Connection connection, DeadLetterBox.Letter letter) throws SQLException {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(letter.item().topic(), letter.key(), letter.value());
        letter.headers().stream()
                .filter(header -> !header.name().equals(REPLAY_OF))
                .forEach(header -> record.headers().add(header.name(), header.value()));
        record.headers().add(REPLAY_OF, letter.item().id().getBytes(UTF_8));
        RecordMetadata place;
        try {
            place = producer.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            return new Outcome.Unavailable("Kafka does not take the record: " + cause.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unavailable("The service is stopping");
        }
        try (PreparedStatement statement = connection.prepareStatement(REPLAYED)) {
            statement.setInt(1, place.partition());
            statement.setLong(2, place.offset());
            statement.setString(3, letter.item().id());
            statement.executeUpdate();
        }
        return new Outcome.Replayed(
                DeadLetterBox.hold(connection, letter.item().id()).orElseThrow().item());
    }
}
