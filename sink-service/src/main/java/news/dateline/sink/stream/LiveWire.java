package news.dateline.sink.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The live stream of this instance: hands each event to every client that it concerns, and keeps the newest so that
 * clients that were away for a moment can go on. {@link StreamReader} feeds it. Thread-safe.
 */
@Singleton
final class LiveWire {
    private static final byte[] HEARTBEAT = ": heartbeat\n\n".getBytes(UTF_8);

    private final StreamSettings settings;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "dateline-heartbeat"));

    // All guarded by this: where the wire is, and the newest events since recentSince.
    private final Deque<Kept> recent = new ArrayDeque<>();
    private long recentBytes;
    private EventId recentSince;
    private EventId position;

    private record Kept(WireEvent event, long bytes) {}

    LiveWire(StreamSettings settings, MeterRegistry registry) {
        this.settings = settings;
        long pause = settings.heartbeat().toMillis();
        Future<?> unused = heart.scheduleAtFixedRate(
                () -> listeners.forEach(listener -> listener.comment(HEARTBEAT)), pause, pause, TimeUnit.MILLISECONDS);
        Gauge.builder("dateline.sink.stream.clients", listeners, Set::size)
                .description("Clients of the live stream")
                .register(registry);
    }

    /** Begins, or begins again, at a place of the topic. */
    synchronized void begin(EventId place) {
        position = place;
        recentSince = place;
        recent.clear();
        recentBytes = 0;
    }

    /** An event came. Called by one thread. */
    void publish(WireEvent event, long bytes) {
        synchronized (this) {
            position = event.id();
            recent.add(new Kept(event, bytes));
            recentBytes += bytes;
            while (recent.size() > settings.recent() || recentBytes > settings.recentBytes() && recent.size() > 1) {
                Kept oldest = recent.remove();
                recentBytes -= oldest.bytes;
                recentSince = oldest.event.id();
            }
            // Under the lock, so that a client that joins hears exactly what comes after its place.
            listeners.forEach(listener -> listener.hear(event));
            event.rest();
        }
    }

    /** Records that tell nothing were read: only the place moves. */
    synchronized void moveTo(EventId place) {
        position = place;
    }

    /** The newest event of an article among those kept. */
    synchronized Optional<WireEvent> newest(String articleId) {
        for (var i = recent.descendingIterator(); i.hasNext(); ) {
            WireEvent event = i.next().event;
            if (articleId.equals(event.articleId())) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    /** Where the wire is; null before it has begun. */
    synchronized EventId position() {
        return position;
    }

    boolean isFull() {
        return listeners.size() >= settings.maxClients();
    }

    /** Lets a client hear everything from now on; gives the place from which on it does. */
    synchronized EventId join(Listener listener) {
        if (!listener.isClosed()) {
            listeners.add(listener);
        }
        return position;
    }

    /**
     * Lets a client hear everything from its place on, if that is kept in memory.
     *
     * @return false if it is not
     */
    synchronized boolean resume(Listener listener, EventId from) {
        if (position == null || !from.reaches(recentSince) || !position.reaches(from)) {
            return false;
        }
        Map<String, Integer> kills = new HashMap<>();
        List<WireEvent> missed = new ArrayList<>();
        for (Kept kept : recent) {
            if (kept.event.isAfter(from)) {
                missed.add(kept.event);
                if (kept.event.kind() == WireEvent.Kind.KILL) {
                    kills.merge(kept.event.articleId(), kept.event.version(), Math::max);
                }
            }
        }
        if (missed.size() > settings.queue()) {
            return false; // more than its queue takes at once
        }
        missed.stream()
                .filter(event -> event.kind() == WireEvent.Kind.KILL
                        || event.version() > kills.getOrDefault(event.articleId(), 0))
                .forEach(listener::hear);
        join(listener);
        return true;
    }

    void leave(Listener listener) {
        listeners.remove(listener);
    }

    /** Tells every client that some events are lost to it. */
    synchronized void gap(EventId place) {
        begin(place);
        WireEvent gap = WireEvent.gap(place);
        listeners.forEach(listener -> listener.hear(gap));
    }

    @PreDestroy
    void end() {
        heart.shutdownNow();
        listeners.forEach(Listener::end);
    }
}
