package news.dateline.chaos;

import java.util.Map;
import java.util.TreeMap;

/** Counts how requests were answered. Thread-safe. */
final class Tally {
    private final Map<String, Integer> counts = new TreeMap<>();

    synchronized void answered(int status) {
        counts.merge(Integer.toString(status), 1, Integer::sum);
    }

    /** The connection broke, or the sender gave up first. */
    synchronized void unanswered() {
        counts.merge("none", 1, Integer::sum);
    }

    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
