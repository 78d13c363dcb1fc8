package news.dateline.enrich.topics;

import java.util.Arrays;
import java.util.Set;

/**
 * The words of a text as hashes, read in one pass without making strings. Case is folded, a possessive ending is cut,
 * figures become their kind (year, amount, share), and a few acronyms that are words in lower case ("US", "WHO") stay
 * apart from them. Beside each word stands its stem, with a plain plural ending cut. Any text is accepted, broken
 * surrogates included. Immutable.
 */
final class Words {

    private static final int SEED = 7;
    private static final int WORD_SALT = 0x51ED27;
    private static final Set<String> ACRONYMS = Set.of("US", "IT", "WHO", "AIDS", "SAT", "ACT", "ERA");

    private final String text;
    private int[] hashes;
    private int[] stems;
    private int[] starts;
    private int[] ends;
    private int size;

    private Words(String text) {
        int capacity = text.length() / 5 + 8;
        this.text = text;
        hashes = new int[capacity];
        stems = new int[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
    }

    static Words of(String text) {
        Words words = new Words(text);
        boolean mixedCase = hasLowerCase(text);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                at = words.readWord(at, mixedCase);
            } else if (Character.isDigit(c)) {
                at = words.readFigure(at);
            } else {
                if (c == '?' || c == '!') {
                    words.add(Hashing.mix(c, WORD_SALT), 0, at, at);
                }
                at++;
            }
        }
        return words;
    }

    int size() {
        return size;
    }

    int hash(int index) {
        return hashes[index];
    }

    /** The hash of the word without its plural ending; two forms of a noun share it. */
    int stem(int index) {
        return stems[index];
    }

    /** The words from one to before another as they stand in the text, with what is between them. */
    String text(int from, int to) {
        return text.substring(starts[from], ends[to - 1]);
    }

    /** How many characters the word has; none for a figure or a mark. */
    int length(int index) {
        return ends[index] - starts[index];
    }

    /**
     * The hash of a piece of the word between marks for its beginning and end; position 0 is the mark of the
     * beginning.
     */
    int piece(int index, int from, int length) {
        int h = SEED;
        for (int i = from; i < from + length; i++) {
            int at = starts[index] + i - 1;
            h = Hashing.roll(h, i == 0 ? '<' : at == ends[index] ? '>' : Character.toLowerCase(text.charAt(at)));
        }
        return h;
    }

    /** The hash of words that stand one after the other, to find a phrase by. */
    int phrase(int from, int to) {
        return phrase(stems, from, to);
    }

    static int phrase(int[] stems, int from, int to) {
        int h = SEED;
        for (int i = from; i < to; i++) {
            h = Hashing.mix(h, stems[i]);
        }
        return h;
    }

    private int readWord(int start, boolean mixedCase) {
        int end = start + 1;
        while (end < text.length() && belongs(text, end)) {
            end++;
        }
        int length = end - start;
        if (mixedCase
                && length <= 4
                && length > 1
                && Character.isUpperCase(text.charAt(start + 1))
                && ACRONYMS.contains(text.substring(start, end))) {
            int acronym = hash(text, start, end, false);
            add(acronym, acronym, start, end);
            return end;
        }
        int bare = isPossessive(text, start, end) ? end - 2 : end;
        add(hash(text, start, bare, true), hash(text, start, stemEnd(text, start, bare), true), start, bare);
        return end;
    }

    private static boolean belongs(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c)
                || isApostrophe(c) && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    private static boolean isPossessive(String text, int start, int end) {
        return end - start > 2
                && Character.toLowerCase(text.charAt(end - 1)) == 's'
                && isApostrophe(text.charAt(end - 2));
    }

    private static int stemEnd(String text, int start, int end) {
        if (end - start < 4 || Character.toLowerCase(text.charAt(end - 1)) != 's') {
            return end;
        }
        char before = Character.toLowerCase(text.charAt(end - 2));
        return before == 's' || before == 'u' || before == 'i' ? end : end - 1;
    }

    private int readFigure(int start) {
        int end = start + 1;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || isSeparator(text, end))) {
            end++;
        }
        int length = end - start;
        boolean year = length == 4 && (text.charAt(start) == '1' || text.charAt(start) == '2');
        int kind = year ? 4 : length == 1 ? 1 : length < 4 ? 2 : 3;
        if (start > 0 && "$\u00a3\u20ac".indexOf(text.charAt(start - 1)) >= 0) {
            kind += 8;
        }
        if (end < text.length() && text.charAt(end) == '%') {
            kind += 16;
        }
        add(Hashing.mix(kind, WORD_SALT), 0, start, start);
        return end;
    }

    private static boolean isSeparator(String text, int at) {
        char c = text.charAt(at);
        return (c == ',' || c == '.') && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    private static int hash(String text, int start, int end, boolean folded) {
        int h = SEED;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            h = Hashing.roll(h, c == '\u2019' ? '\'' : folded ? Character.toLowerCase(c) : c);
        }
        return Hashing.mix(h, WORD_SALT);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019';
    }

    static boolean hasLowerCase(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private void add(int hash, int stem, int start, int end) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            stems = Arrays.copyOf(stems, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        hashes[size] = hash;
        stems[size] = stem;
        starts[size] = start;
        ends[size++] = end;
    }
}
