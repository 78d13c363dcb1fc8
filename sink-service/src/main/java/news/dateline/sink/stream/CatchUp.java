package news.dateline.sink.stream;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.sink.kafka.KafkaClients;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a client that was away up to the live stream: reads the topic from its place, twice. The first reading finds
 * the kills, so that of an article killed meanwhile only the kill is told; the second tells. Then the client joins the
 * live stream, whose events it keeps back until it has heard what lies before them. Thread-safe; a few clients at a
 * time, the others wait for their turn.
 */
@Singleton
final class CatchUp {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MOST_KNOWN = 200;
    private static final long BEHIND_MILLIS = 20;

    private final KafkaClients kafka;
    private final EventReader events;
    private final LiveWire wire;
    private final StreamSettings settings;
    private final ExecutorService threads;

    CatchUp(KafkaClients kafka, EventReader events, LiveWire wire, StreamSettings settings) {
        this.kafka = kafka;
        this.events = events;
        this.wire = wire;
        this.settings = settings;
        this.threads = Executors.newFixedThreadPool(settings.readers(), task -> new Thread(task, "dateline-catch-up"));
    }

    /** Starts; the client is ended if it cannot be brought up to the live stream, and will come again. */
    void start(Listener listener, EventId from) {
        try {
            threads.execute(() -> run(listener, from));
        } catch (RejectedExecutionException e) {
            listener.end();
        }
    }

    private void run(Listener listener, EventId from) {
        if (listener.isClosed()) {
            return;
        }
        try (TopicReader reader = new TopicReader(kafka)) {
            tell(listener, reader, from);
            listener.release();
        } catch (KafkaException e) {
            LOG.warn("event=catch-up-failed reason=\"{}\"", e.getMessage());
            listener.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            listener.end();
        }
    }

    private void tell(Listener listener, TopicReader reader, EventId from) throws InterruptedException {
        EventId start = from;
        if (!reader.has(from)) {
            start = reader.beginning();
            listener.tell(WireEvent.gap(start), settings.patience().toMillis());
        }
        EventId end = reader.end();
        Map<String, Integer> kills = kills(listener, reader, start, end);
        Map<String, WireEvent> known = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, WireEvent> eldest) {
                return size() > MOST_KNOWN;
            }
        };
        EventId place = read(listener, reader, start, end, kills, known);
        while (!listener.isClosed()
                && (wire.position() == null || !wire.position().reaches(end))) {
            Thread.sleep(BEHIND_MILLIS); // the live stream reads the same topic and is about to be there
        }
        listener.hold();
        EventId live = wire.join(listener);
        read(listener, reader, place, live, kills, known);
    }

    private Map<String, Integer> kills(Listener listener, TopicReader reader, EventId start, EventId end) {
        Map<String, Integer> kills = new HashMap<>();
        reader.seek(start);
        while (!reader.pauseAt(end) && !listener.isClosed()) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                events.article(record)
                        .filter(article -> article.getStatus() == PubStatus.canceled)
                        .ifPresent(kill -> kills.merge(kill.getId(), kill.getVersion(), Math::max));
            }
        }
        return kills;
    }

    /** Tells what lies between two places; gives the second. */
    private EventId read(
            Listener listener,
            TopicReader reader,
            EventId start,
            EventId end,
            Map<String, Integer> kills,
            Map<String, WireEvent> known)
            throws InterruptedException {
        // Where an earlier reading stopped says nothing: it may have taken more from Kafka than it told.
        reader.seek(start);
        reader.resumeAll();
        EventId place = start;
        while (!reader.pauseAt(end)) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                if (record.offset() >= end.next(record.partition())) {
                    continue; // the next reading or the live stream tells it
                }
                place = place.after(record.partition(), record.offset());
                Optional<EnrichedArticle> article = events.article(record);
                if (article.isPresent() && isTold(article.get(), kills)) {
                    WireEvent event =
                            events.event(record, article.get(), place, id -> Optional.ofNullable(known.get(id)));
                    known.put(event.articleId(), event);
                    if (!listener.tell(event, settings.patience().toMillis())) {
                        return end;
                    }
                }
            }
        }
        return end;
    }

    private static boolean isTold(EnrichedArticle article, Map<String, Integer> kills) {
        return article.getStatus() == PubStatus.canceled
                || !EventReader.isHidden(article) && article.getVersion() > kills.getOrDefault(article.getId(), 0);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
