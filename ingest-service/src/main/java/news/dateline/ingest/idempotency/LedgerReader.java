package news.dateline.ingest.idempotency;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.ingest.idempotency.Ledger.Place;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the ledger up to the topic: one thread of its own, from the server's start to the context's end. When Kafka is
 * away it tries again, from where it was.
 */
@Singleton
final class LedgerReader implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLEANING = Duration.ofMinutes(1);

    private final LogTopic topic;
    private final Ledger ledger;
    private final Clock clock = Clock.systemUTC();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Thread thread = new Thread(this::run, "dateline-idempotency");
    private Consumer<String, String> consumer;
    private boolean ready;
    private boolean stopping;
    private Instant cleaned = Instant.EPOCH;

    LedgerReader(LogTopic topic, Ledger ledger) {
        this.topic = topic;
        this.ledger = ledger;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        thread.start();
    }

    /** Whether everything has been read that was there at the start. */
    synchronized boolean isReady() {
        return ready;
    }

    /**
     * Waits until a record has been read.
     *
     * @return false if that took longer than the patience
     */
    synchronized boolean await(TopicPartition partition, long offset, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (positions.getOrDefault(partition, 0L) <= offset) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void run() {
        while (!isStopping()) {
            try (Consumer<String, String> opened = topic.consumer("dateline-ingest-idempotency")) {
                read(opened);
            } catch (WakeupException e) {
                // only close() wakes it; the loop's condition sees it
            } catch (KafkaException e) {
                LOG.warn(
                        "event=idempotency-waiting reason=\"{}\" cause=\"{}\"",
                        e.getMessage(),
                        String.valueOf(e.getCause()));
                pause();
            }
        }
    }

    private void read(Consumer<String, String> opened) {
        List<TopicPartition> partitions = topic.partitions();
        opened.assign(partitions);
        opened.seekToBeginning(partitions);
        if (!begin(opened)) {
            return;
        }
        Map<TopicPartition, Long> ends = opened.endOffsets(partitions);
        while (!isStopping()) {
            for (ConsumerRecord<String, String> record : opened.poll(POLL)) {
                apply(record);
            }
            tell(opened, partitions, ends);
            clean();
        }
    }

    private void apply(ConsumerRecord<String, String> record) {
        Place place = new Place(record.partition(), record.offset());
        LogEvent event = LogEvent.parse(record.value()).orElse(null);
        if (event == null || record.key() == null) {
            LOG.warn(
                    "event=idempotency-record-skipped record={}-{}@{}",
                    record.topic(),
                    place.partition(),
                    place.offset());
            return;
        }
        ledger.apply(record.key(), event, Instant.ofEpochMilli(record.timestamp()), place);
    }

    private synchronized boolean begin(Consumer<String, String> opened) {
        consumer = opened;
        positions.forEach(opened::seek);
        return !stopping;
    }

    private synchronized void tell(
            Consumer<String, String> opened, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        boolean caughtUp = true;
        for (TopicPartition partition : partitions) {
            long position = opened.position(partition);
            positions.put(partition, position);
            caughtUp &= position >= ends.get(partition);
        }
        if (caughtUp && !ready) {
            LOG.info("event=idempotency-ready keys={}", ledger.size());
            ready = true;
        }
        notifyAll();
    }

    private void clean() {
        Instant now = clock.instant();
        if (cleaned.plus(CLEANING).isBefore(now)) {
            ledger.forgetBefore(now);
            cleaned = now;
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized void pause() {
        try {
            long end = System.nanoTime() + PAUSE.toNanos();
            for (long left = PAUSE.toMillis(); left > 0 && !stopping; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        synchronized (this) {
            stopping = true;
            notifyAll();
            if (consumer != null) {
                consumer.wakeup();
            }
        }
        thread.join(Duration.ofSeconds(15).toMillis());
    }
}
