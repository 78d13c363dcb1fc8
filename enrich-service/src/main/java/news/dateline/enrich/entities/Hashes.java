package news.dateline.enrich.entities;

/**
 * The hash functions that words, phrases and features share; the model file depends on every bit of them.
 * Stateless.
 */
public final class Hashes {

    private Hashes() {}

    /** Spreads the bits of a hash: equal inputs only give equal outputs. */
    public static int mix(int value) {
        int h = value;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ h >>> 16;
    }

    /** An ordered pair. */
    public static int pair(int first, int second) {
        return mix(first * 0x9E3779B1 + Integer.rotateLeft(second, 13) + 0x3C6EF372);
    }

    /** The word as written, folded. */
    public static int word(String text, int start, int end) {
        int h = 17;
        for (int i = start; i < end; i++) {
            h = h * 31 + Letters.fold(text.charAt(i));
        }
        return mix(h);
    }

    /**
     * The word in small letters, folded, without a last full stop; digits count as 0 in words of more than two
     * letters.
     */
    public static int lower(String text, int start, int end) {
        int h = 19;
        boolean number = end - start > 2;
        int stop = number && text.charAt(end - 1) == '.' ? end - 1 : end;
        for (int i = start; i < stop; i++) {
            char c = Letters.lower(text.charAt(i));
            h = h * 31 + (number && c >= '0' && c <= '9' ? '0' : c);
        }
        return mix(h);
    }

    /**
     * The word with its first letter as written and the others small: "ISLAMABAD" as "Islamabad", by the seed of
     * {@link #word}.
     */
    static int title(String text, int start, int end) {
        int h = 17 * 31 + Letters.fold(text.charAt(start));
        for (int i = start + 1; i < end; i++) {
            h = h * 31 + Letters.lower(text.charAt(i));
        }
        return mix(h);
    }

    /** {@link #lower(String, int, int)} of a whole word. */
    public static int lower(String word) {
        return lower(word, 0, word.length());
    }
}
