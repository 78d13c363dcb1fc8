package news.dateline.enrich.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the articles that share keys with a text: the locality-sensitive part of the search. Each key has a chain of the
 * articles that have it, newest first, in plain arrays; a chain is read only so far, so that a phrase that every article
 * has costs no more than another. About 400 bytes an article besides its id. Not thread-safe: it belongs to one stream
 * task.
 */
final class KeyIndex {
    static final int KEYS = 20;

    /** Articles read of one chain. */
    private static final int CHAIN = 16;

    private static final int LEAST = 1 << 10;
    private static final int UNUSED = -2;

    /** A ring: article {@code n} is at {@code n % ids.length}, null once it is gone. */
    private String[] ids;

    /** Keys of the articles, {@link #KEYS} places each. */
    private int[] keys;

    /** To each key's place that of the next older article with this key. */
    private int[] older;

    /** A hash table with open addressing: keys, and the place of the newest article that has it plus one, 0 if free. */
    private int[] chainKeys;

    private int[] newest;
    private int chains;

    /** Articles are numbered as they come; those below {@code first} are gone. */
    private long first;

    private long next;

    KeyIndex() {
        allocate(LEAST);
    }

    /** Adds an article and tells its number. */
    long add(String id, int[] articleKeys) {
        if (next - first == ids.length || chains + KEYS > newest.length / 4 * 3) {
            rebuild(next - first > ids.length / 4 * 3L ? ids.length * 2 : ids.length);
        }
        long article = next++;
        put(article, id, articleKeys);
        return article;
    }

    void remove(long article) {
        if (article >= first) {
            ids[slot(article)] = null;
        }
        while (first < next && ids[slot(first)] == null) {
            first++;
        }
    }

    /** Ids of articles that share at least so many of the keys: those that share most first, of these the oldest. */
    List<String> sharing(int[] wanted, int least, int most) {
        Map<Long, Integer> shared = new HashMap<>();
        for (int key : wanted) {
            long before = next;
            int place = newest[find(key)] - 1;
            for (int read = 0; place >= 0 && read < CHAIN; read++) {
                long article = articleAt(place / KEYS);
                if (article < first || article >= before || keys[place] != key) {
                    break; // gone, and its place taken by another
                }
                if (ids[slot(article)] != null) {
                    shared.merge(article, 1, Integer::sum);
                }
                before = article;
                place = older[place];
            }
        }
        List<Long> found = new ArrayList<>(shared.keySet());
        found.removeIf(article -> shared.get(article) < least);
        found.sort(Comparator.<Long>comparingInt(article -> -shared.get(article))
                .thenComparing(Comparator.naturalOrder()));
        return found.stream().limit(most).map(article -> ids[slot(article)]).toList();
    }

    private void put(long article, String id, int[] articleKeys) {
        ids[slot(article)] = id;
        for (int i = 0; i < KEYS; i++) {
            int place = slot(article) * KEYS + i;
            older[place] = UNUSED;
            if (i < articleKeys.length) {
                int chain = find(articleKeys[i]);
                chains += newest[chain] == 0 ? 1 : 0;
                chainKeys[chain] = articleKeys[i];
                keys[place] = articleKeys[i];
                older[place] = newest[chain] - 1;
                newest[chain] = place + 1;
            }
        }
    }

    /** Where the chain of a key begins, or would. */
    private int find(int key) {
        int chain = Math.floorMod(key * 0x9E3779B9, newest.length);
        while (newest[chain] != 0 && chainKeys[chain] != key) {
            chain = chain + 1 == newest.length ? 0 : chain + 1;
        }
        return chain;
    }

    /** Chains of articles that are gone leave, and the rest move to arrays of this size. */
    private void rebuild(int capacity) {
        String[] oldIds = ids;
        int[] oldKeys = keys;
        int[] oldOlder = older;
        allocate(capacity);
        for (long article = first; article < next; article++) {
            int from = (int) (article % oldIds.length);
            if (oldIds[from] != null) {
                int used = 0;
                while (used < KEYS && oldOlder[from * KEYS + used] != UNUSED) {
                    used++;
                }
                int[] itsKeys = new int[used];
                System.arraycopy(oldKeys, from * KEYS, itsKeys, 0, used);
                put(article, oldIds[from], itsKeys);
            }
        }
    }

    private void allocate(int capacity) {
        ids = new String[capacity];
        keys = new int[capacity * KEYS];
        older = new int[capacity * KEYS];
        chainKeys = new int[capacity * KEYS / 2 * 3];
        newest = new int[capacity * KEYS / 2 * 3];
        chains = 0;
    }

    private int slot(long article) {
        return (int) (article % ids.length);
    }

    /** The newest article that is or was in a slot. */
    private long articleAt(int slot) {
        return next - 1 - Math.floorMod(next - 1 - slot, (long) ids.length);
    }
}
