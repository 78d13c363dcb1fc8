package news.dateline.enrich.entities.training;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import news.dateline.enrich.entities.NameType;

/** Counts exact spans: a name is right if its start, its end and its type are. Mutable, one thread. */
final class SpanScores {

    private final Map<NameType, int[]> counts = new EnumMap<>(NameType.class);

    SpanScores() {
        for (NameType type : NameType.values()) {
            counts.put(type, new int[3]);
        }
    }

    /** A name somewhere in a text. */
    record Place(int start, int end, NameType type) {}

    void add(Set<Place> gold, Set<Place> found) {
        gold.forEach(name -> counts.get(name.type())[0]++);
        found.forEach(name -> counts.get(name.type())[1]++);
        Set<Place> right = new HashSet<>(gold);
        right.retainAll(found);
        right.forEach(name -> counts.get(name.type())[2]++);
    }

    double f1() {
        int[] all = new int[3];
        for (int[] count : counts.values()) {
            for (int i = 0; i < all.length; i++) {
                all[i] += count[i];
            }
        }
        return f1(all);
    }

    private static double f1(int[] count) {
        return count[0] + count[1] == 0 ? 0 : 2.0 * count[2] / (count[0] + count[1]);
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        int[] all = new int[3];
        counts.forEach((type, count) -> {
            line.append("%s P %.3f R %.3f F1 %.3f (%d)  "
                    .formatted(type.tag(), part(count[2], count[1]), part(count[2], count[0]), f1(count), count[0]));
            for (int i = 0; i < all.length; i++) {
                all[i] += count[i];
            }
        });
        return String.format(
                        Locale.ROOT,
                        "ALL P %.4f R %.4f F1 %.4f (%d)  ",
                        part(all[2], all[1]),
                        part(all[2], all[0]),
                        f1(all),
                        all[0])
                + line.toString().strip();
    }

    private static double part(int some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }
}
