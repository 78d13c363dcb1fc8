package news.dateline.sink.stream;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.dateline.EnrichedArticle;
import news.dateline.sink.kafka.KafkaClients;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the enriched topic for the live stream of this instance, from its end at the start. Every instance reads all
 * partitions; nothing of it is stored. Started with the server, stopped with the context.
 */
@Singleton
final class StreamReader implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(30);
    private static final long RETRY_MILLIS = 1_000;

    private final KafkaClients kafka;
    private final EventReader events;
    private final LiveWire wire;
    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Thread thread;
    private volatile TopicReader reader;

    StreamReader(KafkaClients kafka, EventReader events, LiveWire wire, Clock clock) {
        this.kafka = kafka;
        this.events = events;
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public synchronized void onApplicationEvent(ServerStartupEvent event) {
        thread = new Thread(this::run, "dateline-stream");
        thread.start();
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try (TopicReader opened = new TopicReader(kafka)) {
                reader = opened;
                place(opened);
                follow(opened);
            } catch (WakeupException e) {
                // stop() wakes it; or partitions were added, and it begins again where it was
            } catch (OffsetOutOfRangeException e) {
                LOG.warn("event=stream-out-of-range detail=\"{}\"", e.getMessage());
            } catch (KafkaException e) {
                LOG.warn("event=stream-waiting reason=\"{}\"", e.getMessage());
                pause();
            } catch (RuntimeException | Error e) {
                LOG.error("event=stream-failed - it begins again", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            stopping.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void place(TopicReader opened) {
        EventId last = wire.position();
        if (last == null) {
            EventId end = opened.end();
            opened.seek(end);
            wire.begin(end);
            LOG.info("event=stream-started position={}", end);
        } else if (opened.has(last)) {
            opened.seek(last);
        } else {
            EventId beginning = opened.beginning();
            opened.seek(beginning);
            wire.gap(beginning);
        }
    }

    private void follow(TopicReader opened) {
        EventId place = opened.position();
        Instant look = clock.instant().plus(LOOK_FOR_PARTITIONS);
        while (stopping.getCount() > 0) {
            for (ConsumerRecord<byte[], byte[]> record : opened.poll(POLL)) {
                place = place.after(record.partition(), record.offset());
                tell(record, place);
            }
            place = opened.position(); // past what holds no record, such as a transaction's end
            wire.moveTo(place);
            if (clock.instant().isAfter(look)) {
                look = clock.instant().plus(LOOK_FOR_PARTITIONS);
                if (opened.partitionsNow() > opened.partitions()) {
                    return; // begins again with all of them
                }
            }
        }
    }

    private void tell(ConsumerRecord<byte[], byte[]> record, EventId place) {
        Optional<EnrichedArticle> article = events.article(record);
        if (article.isEmpty() || EventReader.isHidden(article.get())) {
            return;
        }
        wire.publish(events.event(record, article.get(), place, wire::newest), record.serializedValueSize());
    }

    @PreDestroy
    synchronized void stop() throws InterruptedException {
        stopping.countDown();
        TopicReader open = reader;
        if (open != null) {
            open.wakeup();
        }
        if (thread != null) {
            thread.join(10_000);
        }
    }
}
