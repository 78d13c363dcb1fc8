package news.dateline.sink.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import news.dateline.sink.matching.Matchable;

/**
 * Something that the live stream tells, in the form of server-sent events (WHATWG HTML, section 9.2). The bytes are made
 * once, when the first client wants them, and shared. Thread-safe.
 */
final class WireEvent {
    private final EventId id;
    private final int partition;
    private final long offset;
    private final Kind kind;
    private final String articleId;
    private final int version;
    private final Matchable now;
    private final Supplier<Matchable> before;
    private final Supplier<String> data;
    private byte[] frame;
    private Matchable old;
    private boolean beforeKnown;

    /** What it tells. */
    enum Kind {
        ARTICLE,
        CORRECTION,
        KILL,
        GAP
    }

    WireEvent(
            EventId id,
            int partition,
            long offset,
            Kind kind,
            String articleId,
            int version,
            @Nullable Matchable now,
            Supplier<Matchable> before,
            Supplier<String> data) {
        this.id = id;
        this.partition = partition;
        this.offset = offset;
        this.kind = kind;
        this.articleId = articleId;
        this.version = version;
        this.now = now;
        this.before = before;
        this.data = data;
    }

    /** Tells that some of what lies before a place is not kept any more. */
    static WireEvent gap(EventId id) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("detail", "Events after Last-Event-ID are not kept any more; what is kept follows");
        return new WireEvent(id, 0, -1, Kind.GAP, null, 0, null, () -> null, data::toString);
    }

    EventId id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    String articleId() {
        return articleId;
    }

    int version() {
        return version;
    }

    Matchable now() {
        return now;
    }

    /** Whether it lies behind a place, so that whoever is there has not seen it. */
    boolean isAfter(EventId place) {
        return offset >= place.next(partition);
    }

    /** A kill passes every filter, a correction that of its old and of its new version. */
    boolean passes(Predicate<Matchable> filter) {
        if (now == null || filter.test(now)) {
            return true;
        }
        Matchable old = kind == Kind.CORRECTION ? before() : null;
        return old != null && filter.test(old);
    }

    private synchronized Matchable before() {
        if (!beforeKnown) {
            old = before.get(); // it may lie in the database: one look for all clients
            beforeKnown = true;
        }
        return old;
    }

    /** Forgets what only matching needs; it can be made again. */
    synchronized void rest() {
        old = null;
        beforeKnown = false;
        if (now != null) {
            now.rest();
        }
    }

    /** Its bytes on the wire. */
    synchronized byte[] frame() {
        if (frame == null) {
            String name = kind.name().toLowerCase(java.util.Locale.ROOT);
            frame = ("id: " + id + "\nevent: " + name + "\ndata: " + data.get() + "\n\n").getBytes(UTF_8);
        }
        return frame;
    }
}
