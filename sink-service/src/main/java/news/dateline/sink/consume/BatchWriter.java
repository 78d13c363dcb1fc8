package news.dateline.sink.consume;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.sink.store.ArticleStore;
import news.dateline.sink.store.Batch;
import news.dateline.sink.store.Failpoint;
import news.dateline.sink.store.Failpoints;
import news.dateline.sink.store.SqlTrouble;
import news.dateline.sink.store.Step;
import org.apache.kafka.common.TopicPartition;

/**
 * Stores what was polled. A record that cannot be stored goes to the dead-letter topic before its offset is stored; one
 * that only the database refuses is found by halving the batch, and its neighbours are stored. Belongs to one loop and
 * its thread.
 */
final class BatchWriter {
    private final ArticleStore store;
    private final DeadLetters deadLetters;
    private final Placement placement;
    private final SinkMetrics metrics;
    private final Failpoints failpoints;

    BatchWriter(
            ArticleStore store,
            DeadLetters deadLetters,
            Placement placement,
            SinkMetrics metrics,
            Failpoints failpoints) {
        this.store = store;
        this.deadLetters = deadLetters;
        this.placement = placement;
        this.metrics = metrics;
        this.failpoints = failpoints;
    }

    /**
     * Stores records and their offsets.
     *
     * @param readings the records, each partition's in the order of their offsets
     * @param next where each of their partitions goes on
     * @throws Unavailable if the database or Kafka does not answer; some leading part of the batch may be stored
     */
    void write(List<Reading> readings, Map<TopicPartition, Long> next) {
        List<Reading.Poison> poison = new ArrayList<>();
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Reading reading : readings) {
            if (reading instanceof Reading.Poison p) {
                poison.add(p);
            } else if (reading instanceof Reading.Article readable) {
                batch.articles().add(readable.article());
            } else if (reading instanceof Reading.Failure failure) {
                batch.failed().add(failure.failed());
            } else if (reading instanceof Reading.StoryState state) {
                batch.stories().add(state.story());
            } else if (reading instanceof Reading.TrendCount count) {
                batch.trends().add(count.trend());
            }
        }
        if (!poison.isEmpty()) {
            metrics.dead(deadLetters.send(poison));
            failpoints.pass(Failpoint.DEAD_LETTERS_SENT);
        }
        Map<TopicPartition, Step> steps = new HashMap<>();
        next.forEach((partition, offset) -> steps.put(partition, placement.step(partition, offset)));
        Instant begun = Instant.now();
        try {
            metrics.written(store.write(batch, steps));
        } catch (SQLException e) {
            retry(readings, next, e);
            return;
        }
        failpoints.pass(Failpoint.TRANSACTION_COMMITTED);
        Instant stored = Instant.now();
        metrics.stored(batch.articles(), stored);
        readings.forEach(reading -> StoreSpans.add(reading, begun, stored));
        next.forEach((partition, offset) -> {
            placement.moved(partition, offset);
            deadLetters.forgetBefore(partition, offset);
        });
    }

    private void retry(List<Reading> readings, Map<TopicPartition, Long> next, SQLException failure) {
        switch (SqlTrouble.of(failure)) {
            case UNAVAILABLE -> throw new Unavailable("The database does not answer", failure);
            case BUG ->
                throw new IllegalStateException("The database refuses a statement: " + failure.getMessage(), failure);
            case DATA -> isolate(readings, next, failure);
        }
    }

    private void isolate(List<Reading> readings, Map<TopicPartition, Long> next, SQLException failure) {
        if (readings.size() == 1) {
            Reading refused = readings.get(0);
            if (refused instanceof Reading.Failure || refused instanceof Reading.Poison) {
                throw new IllegalStateException("The database refuses a batch without a value", failure);
            }
            write(List.of(new Reading.Poison(refused.record(), failure)), next);
            return;
        }
        int half = readings.size() / 2;
        List<Reading> first = readings.subList(0, half);
        Map<TopicPartition, Long> firstNext = new HashMap<>();
        first.forEach(r -> firstNext.put(partition(r), r.record().offset() + 1));
        write(first, firstNext);
        write(readings.subList(half, readings.size()), next);
    }

    private static TopicPartition partition(Reading reading) {
        return new TopicPartition(reading.record().topic(), reading.record().partition());
    }
}
