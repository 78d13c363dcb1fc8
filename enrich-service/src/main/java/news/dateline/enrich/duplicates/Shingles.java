package news.dateline.enrich.duplicates;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import news.dateline.EnrichedArticle;

/**
 * Cuts a text into shingles, three words each, and keeps the smallest hashes of them. Letters and digits count, case and
 * punctuation do not; in scripts that put no spaces between words each character counts as a word. Pure and thread-safe.
 */
public final class Shingles {
    private static final int WORDS = 3;

    /** A body that is shorter says too little without its headline. In words. */
    private static final int SHORT = 30;

    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private Shingles() {}

    /** The sketch of an article: of its body, or of all its text if that is short. */
    public static Sketch sketch(EnrichedArticle article) {
        String body = article.getBody() == null ? "" : article.getBody();
        List<String> words = words(body);
        if (words.size() < SHORT) {
            words = words(article.getHeadline() + "\n" + String.join("\n", article.getStandfirst()) + "\n" + body);
        }
        return sketch(words);
    }

    static Sketch sketch(String text) {
        return sketch(words(text));
    }

    private static Sketch sketch(List<String> words) {
        int[] hashes = IntStream.range(0, Math.max(0, words.size() - WORDS + 1))
                .map(at -> hash(words, at))
                .sorted()
                .distinct()
                .toArray();
        return new Sketch(hashes.length, Arrays.copyOf(hashes, Math.min(hashes.length, Sketch.SIZE)));
    }

    private static int hash(List<String> words, int at) {
        long hash = 0;
        for (String word : words.subList(at, at + WORDS)) {
            hash = mix(hash * 31 + wordHash(word));
        }
        return (int) (hash >>> 32);
    }

    /** FNV-1a over UTF-16 units, which does not collide as easily as {@link String#hashCode}. */
    private static long wordHash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The finalizer of MurmurHash3. */
    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT);
        lower.codePoints().forEach(c -> {
            boolean alone = WITHOUT_SPACES.contains(UnicodeScript.of(c));
            if (alone || !Character.isLetterOrDigit(c)) {
                end(word, words);
            }
            if (alone) {
                words.add(Character.toString(c));
            } else if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            }
        });
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
