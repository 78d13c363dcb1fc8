package news.dateline.ingest.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.dateline.Feed;

/**
 * All feeds as the topic tells them, in the order of its records. A subscription can be put or deleted while an older
 * state of it is being written; so a record whose definition is older than the known one changes no definition, and
 * brings no deleted feed back. Such records are noted, for the partition's owner to write what holds. Thread-safe.
 */
final class FeedBook {
    private final Map<String, Entry> feeds = new TreeMap<>();
    private final Map<String, Instant> deleted = new HashMap<>();
    private final Map<Integer, Long> positions = new HashMap<>();
    private final Map<String, Integer> strays = new HashMap<>();

    /**
     * A feed and where it stands in the topic.
     *
     * @param feed the feed; its record is never changed
     * @param partition partition of its records
     * @param offset offset of the newest
     * @param definedIn offset of the first record with its definition
     */
    record Entry(Feed feed, int partition, long offset, long definedIn) {}

    /**
     * Takes a record in; one that was taken in before changes nothing. A tombstone has no feed. The owner of a feed takes
     * its own records in at once, ahead of others that stand before them and are still to be read.
     */
    synchronized void take(int partition, long offset, String id, Feed feed) {
        Entry known = feeds.get(id);
        if (known != null && known.offset >= offset) {
            takeBehind(partition, offset, id, known, feed);
            return;
        }
        if (feed == null) {
            feeds.remove(id);
            strays.remove(id);
            deleted.merge(id, known == null ? Instant.EPOCH : definedAt(known.feed), FeedBook::later);
            return;
        }
        Instant gone = deleted.get(id);
        if (gone != null && !definedAt(feed).isAfter(gone)) {
            strays.put(id, partition);
            return;
        }
        if (known != null && definedAt(feed).isBefore(definedAt(known.feed))) {
            strays.put(id, partition);
            feeds.put(id, new Entry(FeedStates.redefined(feed, known.feed), partition, offset, known.definedIn));
            return;
        }
        strays.remove(id);
        deleted.remove(id);
        boolean sameDefinition = known != null && definedAt(feed).equals(definedAt(known.feed));
        feeds.put(id, new Entry(feed, partition, offset, sameDefinition ? known.definedIn : offset));
    }

    /** What users wrote between a definition and the owner's newest state of it holds, whenever it is read. */
    private void takeBehind(int partition, long offset, String id, Entry known, Feed feed) {
        if (offset <= known.definedIn) {
            return;
        }
        if (feed == null) {
            feeds.remove(id);
            deleted.merge(id, definedAt(known.feed), FeedBook::later);
            strays.put(id, partition);
        } else if (definedAt(feed).isAfter(definedAt(known.feed))) {
            feeds.put(id, new Entry(FeedStates.redefined(known.feed, feed), partition, known.offset, offset));
            strays.put(id, partition);
        }
    }

    /** Everything before this offset is taken in. */
    synchronized void reached(int partition, long position) {
        positions.merge(partition, position, Math::max);
        notifyAll();
    }

    /** Waits until everything before an offset is taken in; false if that takes too long. */
    synchronized boolean await(int partition, long position, Duration longest) throws InterruptedException {
        long until = System.nanoTime() + longest.toNanos();
        while (!hasReached(partition, position)) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private boolean hasReached(int partition, long position) {
        return positions.getOrDefault(partition, -1L) >= position;
    }

    synchronized Optional<Entry> find(String id) {
        return Optional.ofNullable(feeds.get(id));
    }

    /** All feeds, by id. */
    synchronized List<Entry> all() {
        return List.copyOf(feeds.values());
    }

    /** Feeds whose newest record does not say what holds. */
    synchronized List<Stray> strays() {
        return strays.entrySet().stream()
                .map(each -> new Stray(each.getKey(), each.getValue()))
                .toList();
    }

    /** A feed whose newest record does not say what holds, and the partition that it stands in. */
    record Stray(String id, int partition) {}

    /** The time for a definition that comes now: later than that of any definition that is known. */
    synchronized Instant nextDefinition(String id, Instant now) {
        Entry known = feeds.get(id);
        Instant last =
                later(known == null ? Instant.EPOCH : definedAt(known.feed), deleted.getOrDefault(id, Instant.EPOCH));
        return now.isAfter(last) ? now : last.plusMillis(1);
    }

    private static Instant definedAt(Feed feed) {
        return feed.getDefinedAt() == null ? Instant.EPOCH : feed.getDefinedAt();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
