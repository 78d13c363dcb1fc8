package news.dateline.enrich.linking;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The key that names are found by: 64 bits of a name without case, accents, dots, apostrophes, hyphens and a leading
 * "the". Stateless.
 */
public final class NameKey {

    private static final String LETTERS = "ıøłđßæœðþħəʿʾʻ";
    private static final String[] PLAIN = {"i", "o", "l", "d", "ss", "ae", "oe", "d", "th", "h", "e", "", "", ""};

    /** No name is longer than this. */
    private static final int LONGEST = 200;

    private NameKey() {}

    /** The key of a name; 0 if nothing is left of it, or it is too long to be one. */
    public static long of(String name) {
        String folded = name.length() > LONGEST ? "" : fold(name);
        if (folded.isEmpty()) {
            return 0;
        }
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * 0x100000001B3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xD6E8FEB86659FD93L;
        return hash ^ hash >>> 32;
    }

    /** The name as it is compared: small Latin letters, single spaces. */
    static String fold(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        boolean ascii = name.chars().allMatch(c -> c < 0x80);
        String plain = (ascii ? name : Normalizer.normalize(name, Normalizer.Form.NFD)).toLowerCase(Locale.ROOT);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            int special = c < 0x80 ? -1 : LETTERS.indexOf(c);
            if (special >= 0) {
                folded.append(PLAIN[special]);
            } else if (Character.isLetterOrDigit(c)) {
                folded.append(c);
            } else if (c == '&') {
                space(folded);
                folded.append("and ");
            } else if (Character.isWhitespace(c) || c == '-' || c == '\u2010' || c == '\u2011' || c == '/') {
                space(folded);
            }
        }
        String words = folded.toString().strip();
        words = words.startsWith("the ") ? words.substring(4) : words;
        return words.startsWith("st ") ? "saint " + words.substring(3) : words;
    }

    private static void space(StringBuilder folded) {
        if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(' ');
        }
    }
}
