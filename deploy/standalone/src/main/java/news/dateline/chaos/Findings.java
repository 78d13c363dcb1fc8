package news.dateline.chaos;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found to be wrong, counted, with the first of them in words. Thread-safe. */
final class Findings {
    private static final int MOST_TOLD = 40;

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<String> told = new ArrayList<>();

    /** Kinds of broken promises. */
    enum Kind {
        LOST("lost"),
        DOUBLED("doubled"),
        WRONG_VERSION("wrong version"),
        KILL_NOT_HONOURED("kill not honoured"),
        WRONG_ANSWER("wrong answers"),
        NOT_RECOVERED("not recovered");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Findings() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, 0);
        }
    }

    synchronized void add(Kind kind, String what) {
        counts.merge(kind, 1, Integer::sum);
        if (told.size() < MOST_TOLD) {
            told.add(kind.words() + ": " + what);
        }
    }

    synchronized Map<Kind, Integer> counts() {
        return new EnumMap<>(counts);
    }

    synchronized List<String> told() {
        return List.copyOf(told);
    }

    boolean isEmpty() {
        return counts().values().stream().allMatch(count -> count == 0);
    }
}
