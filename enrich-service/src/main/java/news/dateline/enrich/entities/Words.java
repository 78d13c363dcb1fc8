package news.dateline.enrich.entities;

/**
 * What the feature templates need to know of the words of one sentence, as parallel arrays indexed by token. Filled
 * anew for each sentence and reused; belongs to one thread.
 */
public final class Words {

    /** The hash of a place before the first or behind the last word. */
    static final int EDGE = 0x5DEECE66;
    /** The word hash of a word that is hidden from the model. */
    static final int HIDDEN = 0x2545F491;

    static final int CAP = 1;
    static final int CAPS = 2;
    static final int DIGIT = 4;
    static final int LETTER = 8;
    static final int CONNECTOR = 16;

    int size;
    int[] exact = new int[0];
    int[] lower = new int[0];
    int[] title = new int[0];
    int[] shape = new int[0];
    int[] flags = new int[0];
    int[] clusters = new int[0];
    long[] gazetteer = new long[0];
    int[] runStart = new int[0];
    int[] runEnd = new int[0];
    int[] wideStart = new int[0];
    int[] wideEnd = new int[0];
    private int[] starts = new int[0];
    private int[] ends = new int[0];
    private int[] affixes = new int[0];

    /** Reads a sentence. */
    public void fill(Tokens tokens, int from, int to, Lexicon lexicon) {
        size = to - from;
        if (exact.length < size) {
            grow(Math.max(size, 64) * 2);
        }
        String text = tokens.text();
        for (int i = 0; i < size; i++) {
            int start = tokens.start(from + i);
            int end = tokens.end(from + i);
            starts[i] = start;
            ends[i] = end;
            look(i, text, start, end);
        }
        lexicon.annotate(this);
        Runs.find(this);
    }

    public int size() {
        return size;
    }

    /** Hides the identity of a word: only its shape, affixes, clusters and neighbours remain. */
    public void hide(int token) {
        exact[token] = HIDDEN;
        lower[token] = HIDDEN;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    boolean isCap(int token) {
        return token >= 0 && token < size && (flags[token] & CAP) != 0;
    }

    /** Hash of the first (1–4) or last (5–8) letters. */
    int affix(int token, int kind) {
        return affixes[token * 8 + kind - 1];
    }

    int lowerAt(int token) {
        return token < 0 || token >= size ? EDGE : lower[token];
    }

    int shapeAt(int token) {
        return token < 0 || token >= size ? EDGE : shape[token];
    }

    long gazetteerAt(int token) {
        return token < 0 || token >= size ? 0 : gazetteer[token];
    }

    /** One of the three cluster numbers of a word, 0 if it has none. */
    int clusterAt(int token, int kind) {
        return token < 0 || token >= size ? -1 : clusters[token * 3 + kind];
    }

    private void look(int i, String text, int start, int end) {
        exact[i] = Hashes.word(text, start, end);
        lower[i] = Hashes.lower(text, start, end);
        title[i] = Hashes.title(text, start, end);
        int upper = 0;
        int small = 0;
        int digits = 0;
        int shapeHash = 7;
        char previous = 0;
        int repeats = 0;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            char kind;
            if (Letters.isUpper(c)) {
                kind = 'X';
                upper++;
            } else if (Letters.isLower(c)) {
                kind = 'x';
                small++;
            } else if (c >= '0' && c <= '9') {
                kind = '0';
                digits++;
            } else if (Character.isLetter(c)) {
                kind = 'l';
            } else {
                kind = Letters.fold(c);
            }
            repeats = kind == previous ? repeats + 1 : 0;
            if (repeats < 2) {
                shapeHash = shapeHash * 31 + kind;
            }
            previous = kind;
        }
        shape[i] = Hashes.mix(shapeHash);
        int bits = 0;
        if (upper > 0 && (Letters.isUpper(text.charAt(start)) || upper > 1 || small > 2)) {
            bits |= CAP;
            bits |= small == 0 && upper > 1 ? CAPS : 0;
        }
        bits |= digits > 0 ? DIGIT : 0;
        bits |= upper + small > 0 ? LETTER : 0;
        flags[i] = bits;
        for (int length = 1; length <= 4; length++) {
            boolean fits = end - start >= length;
            affixes[i * 8 + length - 1] = fits ? Hashes.lower(text, start, start + length) : 0;
            affixes[i * 8 + length + 3] = fits ? Hashes.lower(text, end - length, end) : 0;
        }
    }

    private void grow(int capacity) {
        exact = new int[capacity];
        lower = new int[capacity];
        title = new int[capacity];
        shape = new int[capacity];
        flags = new int[capacity];
        clusters = new int[capacity * 3];
        gazetteer = new long[capacity];
        runStart = new int[capacity];
        runEnd = new int[capacity];
        wideStart = new int[capacity];
        wideEnd = new int[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        affixes = new int[capacity * 8];
    }
}
