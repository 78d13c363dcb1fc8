package news.dateline.enrich.language;

import java.util.Locale;
import java.util.Set;

/** The little words of English, which tell it from its neighbours where a text is too short for letter statistics. */
final class FunctionWords {
    /** Words that hardly stand in another language. */
    private static final Set<String> OWN = Set.of(
            "the", "and", "of", "with", "that", "said", "says", "was", "were", "from", "by", "this", "their", "after",
            "who", "will", "not", "it", "he", "she", "they", "been", "would", "which");

    /** Words that other languages have too, so that one alone says little. */
    private static final Set<String> SHARED =
            Set.of("in", "on", "to", "is", "for", "at", "as", "has", "his", "her", "a", "have", "an", "had", "are");

    private static final int ENOUGH = 2;

    private FunctionWords() {}

    /** Whether one word of English's own, or two that it shares, stand in the text. */
    static boolean areEnglish(String text) {
        int evidence = 0;
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (OWN.contains(word)) {
                evidence += ENOUGH;
            } else if (SHARED.contains(word)) {
                evidence++;
            }
            if (evidence >= ENOUGH) {
                return true;
            }
        }
        return false;
    }
}
