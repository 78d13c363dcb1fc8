package news.dateline.sink.stream;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the enriched topic: for each partition the offset at which to read on. It is what {@code Last-Event-ID}
 * carries, as {@code TOPIC-ID:OFFSET,OFFSET,...}; so any instance can go on where another left off. Immutable.
 */
final class EventId {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{1,40}):([0-9]{1,18}(?:,[0-9]{1,18}){0,9999})");

    private final String topicId;
    private final long[] next;

    EventId(String topicId, long[] next) {
        this.topicId = topicId;
        this.next = next.clone();
    }

    static Optional<EventId> read(String text) {
        var form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new EventId(
                        form.group(1),
                        Arrays.stream(form.group(2).split(",", -1))
                                .mapToLong(Long::parseLong)
                                .toArray()))
                : Optional.empty();
    }

    String topicId() {
        return topicId;
    }

    int partitions() {
        return next.length;
    }

    /** Where to read on in a partition; a partition that it does not know is read from its beginning. */
    long next(int partition) {
        return partition < next.length ? next[partition] : 0;
    }

    /** The place after a record. */
    EventId after(int partition, long offset) {
        long[] moved = Arrays.copyOf(next, Math.max(next.length, partition + 1));
        moved[partition] = Math.max(moved[partition], offset + 1);
        return new EventId(topicId, moved);
    }

    /** Whether everything before another place lies before this one too. */
    boolean reaches(EventId other) {
        for (int i = 0; i < other.next.length; i++) {
            if (next(i) < other.next[i]) {
                return false;
            }
        }
        return topicId.equals(other.topicId);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventId id && topicId.equals(id.topicId) && Arrays.equals(next, id.next);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(next);
    }

    @Override
    public String toString() {
        return topicId + ":" + Arrays.stream(next).mapToObj(Long::toString).collect(joining(","));
    }
}
