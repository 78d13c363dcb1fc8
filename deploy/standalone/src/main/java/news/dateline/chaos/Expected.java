package news.dateline.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the line has promised for an article after these deeds, worked out from the rules as they are written and not by
 * the code that is tested.
 *
 * @param history the text of version 1, 2, …, {@link Deed#KILLED} for a kill
 * @param sent how often each text, and the kill, was accepted
 */
record Expected(List<Integer> history, Map<Integer, Integer> sent) {
    static Expected after(List<Deed> deeds) {
        List<Integer> history = new ArrayList<>();
        Map<Integer, Integer> sent = new HashMap<>();
        int newest = 0;
        for (Deed deed : deeds) {
            sent.merge(deed.text(), 1, Integer::sum);
            boolean killed = !history.isEmpty() && last(history) == Deed.KILLED;
            boolean late = deed.day() > 0 && deed.day() < newest;
            boolean repeated = !history.isEmpty() && last(history) == deed.text();
            boolean ignored = killed ? deed.kind() != Deed.Kind.REVIVAL : late || repeated;
            if (!ignored) {
                history.add(deed.text());
                newest = Math.max(newest, deed.day());
            }
        }
        return new Expected(List.copyOf(history), Map.copyOf(sent));
    }

    int version() {
        return history.size();
    }

    /** The text that readers see now, or {@link Deed#KILLED}. */
    int text() {
        return last(history);
    }

    boolean isKilled() {
        return text() == Deed.KILLED;
    }

    /** The version of the last kill, 0 if there was none. */
    int lastKill() {
        return history.lastIndexOf(Deed.KILLED) + 1;
    }

    private static int last(List<Integer> history) {
        return history.get(history.size() - 1);
    }
}
