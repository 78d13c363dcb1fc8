package news.dateline.sink.consume;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.schemas.topics.Topics;
import news.dateline.sink.store.OffsetMovedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole flow: poll, decode, store records and offsets in one transaction, again. Where it reads is told by the
 * database, never by Kafka's group offsets. When something outside is away it waits, stays in its group, and then reads
 * on from the stored offsets. {@link SinkReaders} runs and stops it; a fault of the program ends it, seen in
 * {@link #state}.
 */
final class SinkLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SinkLoop.class);
    private static final List<String> TOPICS =
            List.of(Topics.ENRICHED, Topics.DEAD_LETTERS, Topics.STORIES, Topics.TRENDS);

    private final Consumer<byte[], byte[]> consumer;
    private final RecordReader reader;
    private final Placement placement;
    private final BatchWriter writer;
    private final Runnable prepare;
    private final ConsumeSettings settings;
    private final SinkMetrics metrics;
    private volatile LoopState state = LoopState.STARTING;
    private volatile long lag;
    private volatile boolean stopping;
    private boolean prepared;
    private Duration retry;

    /** A loop that calls {@code prepare} until it succeeds once, then reads. It closes the consumer when it ends. */
    SinkLoop(
            Consumer<byte[], byte[]> consumer,
            RecordReader reader,
            Placement placement,
            BatchWriter writer,
            Runnable prepare,
            ConsumeSettings settings,
            SinkMetrics metrics) {
        this.consumer = consumer;
        this.reader = reader;
        this.placement = placement;
        this.writer = writer;
        this.prepare = prepare;
        this.settings = settings;
        this.metrics = metrics;
        this.retry = settings.firstRetry();
    }

    /** What it is doing now; from any thread. */
    LoopState state() {
        return state;
    }

    /** Records behind the ends of its partitions, as far as it knows; from any thread. */
    long lag() {
        return lag;
    }

    /** Asks it to finish the batch in hand and end; from any thread. */
    void stop() {
        stopping = true;
        consumer.wakeup();
    }

    @Override
    public void run() {
        LOG.info("event=reading-started topics={} group={}", TOPICS, settings.group());
        try (consumer) {
            consumer.subscribe(TOPICS, placement);
            while (!stopping) {
                turn();
            }
            state = LoopState.STOPPED;
            LOG.info("event=reading-stopped topics={}", TOPICS);
        } catch (RuntimeException | Error e) {
            state = LoopState.failed(e);
            LOG.error("event=reading-failed topics={} - the sink stores nothing more until it is restarted", TOPICS, e);
        }
    }

    private void turn() {
        try {
            if (!prepared) {
                prepare.run();
                prepared = true;
            }
            placement.settle();
            ConsumerRecords<byte[], byte[]> records = consumer.poll(settings.poll());
            if (!records.isEmpty()) {
                store(records);
            }
            lag = consumer.assignment().stream()
                    .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                    .sum();
            reading();
        } catch (OffsetMovedException e) {
            LOG.warn("event=offset-moved detail=\"{}\"", e.getMessage());
            placement.doubtAll();
        } catch (OffsetOutOfRangeException e) {
            LOG.warn(
                    "event=offset-out-of-range partitions={} - read again from the beginning",
                    e.offsetOutOfRangePartitions());
            rewind(e);
        } catch (Unavailable e) {
            await(e);
        } catch (WakeupException e) {
            // only stop() wakes it; the loop's condition sees it
        } catch (KafkaException e) {
            await(new Unavailable("Kafka does not answer as it should", e));
        }
    }

    private void store(ConsumerRecords<byte[], byte[]> records) {
        Timer.Sample sample = Timer.start();
        List<Reading> readings = new ArrayList<>(records.count());
        Map<TopicPartition, Long> next = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            records.records(partition).forEach(record -> readings.add(reader.read(record)));
            next.put(partition, records.nextOffsets().get(partition).offset());
        }
        writer.write(readings, next);
        sample.stop(metrics.batches());
        LOG.debug("event=stored records={} offsets={}", readings.size(), next);
    }

    private void rewind(OffsetOutOfRangeException e) {
        try {
            placement.rewind(e.offsetOutOfRangePartitions().keySet());
        } catch (Unavailable unavailable) {
            await(unavailable);
        }
    }

    private void reading() {
        if (state.phase() != LoopState.Phase.READING) {
            LOG.info("event=reading topics={} before={}", TOPICS, state.phase());
            state = LoopState.READING;
            retry = settings.firstRetry();
        }
    }

    /** Waits with growing pauses, in the group and without reading. */
    private void await(Unavailable reason) {
        if (state.phase() != LoopState.Phase.WAITING) {
            LOG.warn("event=waiting reason=\"{}\"", reason.getMessage());
        }
        state = LoopState.waiting(reason);
        metrics.waited();
        try {
            placement.doubtAll();
            long until = System.nanoTime() + retry.toNanos();
            for (long left = retry.toNanos(); left > 0 && !stopping; left = until - System.nanoTime()) {
                consumer.poll(Duration.ofNanos(left)); // everything is paused: this only keeps the membership
            }
        } catch (WakeupException e) {
            // only stop() wakes it
        }
        Duration doubled = retry.multipliedBy(2);
        retry = doubled.compareTo(settings.longestRetry()) > 0 ? settings.longestRetry() : doubled;
    }
}
