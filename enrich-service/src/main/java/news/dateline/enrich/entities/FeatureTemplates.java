package news.dateline.enrich.entities;

/**
 * Turns a word in its sentence into the hashed features of the model. The number and meaning of the templates are
 * part of the model: a change needs a new model. Writes into the caller's array; otherwise stateless and
 * thread-safe.
 */
public final class FeatureTemplates {

    /** No word has more features than this. */
    public static final int MOST = 128;

    private final Words words;
    private final int shift;
    private int[] out = new int[0];
    private int at;

    /**
     * Templates over one thread's words.
     *
     * @param bits features are numbers of this many bits, at most 31
     */
    public FeatureTemplates(Words words, int bits) {
        this.words = words;
        this.shift = Integer.SIZE - bits;
    }

    /** Writes the features of a word from {@code offset} on; returns how many. */
    public int extract(int i, int[] target, int offset) {
        out = target;
        at = offset;
        add(0, 0);
        context(i);
        spelling(i);
        clusters(i);
        lists(i);
        if (words.isCap(i)) {
            run(20, i, words.runStart[i], words.runEnd[i]);
            if (words.wideEnd[i] - words.wideStart[i] != words.runEnd[i] - words.runStart[i]) {
                run(40, i, words.wideStart[i], words.wideEnd[i]);
            }
        } else if (words.wideEnd[i] > words.wideStart[i]) {
            run(40, i, words.wideStart[i], words.wideEnd[i]);
        }
        return at - offset;
    }

    private void context(int i) {
        int word = words.lower[i];
        int before = words.lowerAt(i - 1);
        int after = words.lowerAt(i + 1);
        int shape = words.shape[i];
        add(1, words.exact[i]);
        add(2, word);
        add(3, before);
        add(4, after);
        add(5, words.lowerAt(i - 2));
        add(6, words.lowerAt(i + 2));
        add(7, before, word);
        add(8, word, after);
        add(9, before, after);
        add(10, shape);
        add(11, words.shapeAt(i - 1), shape);
        add(12, shape, words.shapeAt(i + 1));
        add(13, Hashes.pair(words.shapeAt(i - 1), shape), words.shapeAt(i + 1));
        add(14, before, shape);
        add(15, after, shape);
        add(16, Hashes.pair(words.lowerAt(i - 2), before), words.flags[i]);
        add(17, Hashes.pair(after, words.lowerAt(i + 2)), words.flags[i]);
        if (i == 0) {
            add(18, shape);
            add(19, word);
        }
    }

    private void spelling(int i) {
        for (int kind = 1; kind <= 8; kind++) {
            int affix = words.affix(i, kind);
            if (affix != 0) {
                add(60 + kind, affix, words.flags[i] & (Words.CAP | Words.CAPS));
            }
        }
        add(69, words.affix(i, 7), words.shape[i]);
        add(70, words.flags[i]);
    }

    private void clusters(int i) {
        for (int kind = 0; kind < 3; kind++) {
            int own = words.clusterAt(i, kind);
            int before = words.clusterAt(i - 1, kind);
            int after = words.clusterAt(i + 1, kind);
            int base = 80 + 10 * kind;
            add(base, own, words.flags[i] & (Words.CAP | Words.CAPS));
            add(base + 1, before);
            add(base + 2, after);
            if (kind < 2) {
                add(base + 3, before, own);
                add(base + 4, own, after);
                add(base + 5, Hashes.pair(before, after), words.flags[i] & (Words.CAP | Words.CAPS));
                add(base + 6, words.clusterAt(i - 2, kind), before);
                add(base + 7, after, words.clusterAt(i + 2, kind));
            }
        }
    }

    private void lists(int i) {
        long own = words.gazetteer[i];
        long before = words.gazetteerAt(i - 1);
        long after = words.gazetteerAt(i + 1);
        if ((own | before | after) == 0) {
            return;
        }
        int room = 12;
        for (long rest = own; rest != 0 && room-- > 0; rest &= rest - 1) {
            int bit = Long.numberOfTrailingZeros(rest);
            add(110, bit);
            add(111, bit, words.shape[i]);
        }
        add(112, fold(own));
        add(113, fold(before), fold(own));
        add(114, fold(own), fold(after));
        if (own != 0) {
            add(115, fold(own), words.lowerAt(i - 1));
            add(116, fold(own), words.lowerAt(i + 1));
        }
    }

    private void run(int base, int i, int start, int end) {
        int first = words.lower[start];
        int last = words.lower[end - 1];
        int position = Math.min(i - start, 3) * 4 + Math.min(end - 1 - i, 3);
        int before = words.lowerAt(start - 1);
        int after = words.lowerAt(end);
        int whole = 0;
        long lists = 0;
        int shape = 0;
        for (int k = start; k < end; k++) {
            whole = Hashes.pair(whole, words.lower[k]);
            lists |= words.gazetteer[k];
            shape = k - start < 6 ? Hashes.pair(shape, words.flags[k]) : shape;
        }
        add(base, whole);
        add(base + 1, position);
        add(base + 2, last, position);
        add(base + 3, first, position);
        add(base + 4, before, position);
        add(base + 5, after, position);
        add(base + 6, Hashes.pair(before, after), position);
        add(base + 7, last);
        add(base + 8, first);
        add(base + 9, before);
        add(base + 10, after);
        add(base + 11, fold(lists), position);
        add(base + 12, shape, position);
        add(base + 13, words.clusterAt(end - 1, 1), position);
        add(base + 14, words.clusterAt(start - 1, 1), position);
        add(base + 15, words.clusterAt(end, 1), position);
        add(base + 16, words.clusterAt(start, 1), position);
        add(base + 17, Hashes.pair(after, words.lowerAt(end + 1)), position);
    }

    private static int fold(long bits) {
        return Hashes.pair((int) bits, (int) (bits >>> 32));
    }

    private void add(int template, int value) {
        out[at++] = Hashes.mix(value + template * 0x9E3779B9) >>> shift;
    }

    private void add(int template, int first, int second) {
        add(template, Hashes.pair(first, second));
    }
}
