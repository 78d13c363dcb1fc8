package news.dateline.enrich.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The common words of English, which tell it from others faster, and in a short headline better, than letters do. */
final class EnglishWords {
    private static final String LIST = "english-words.txt";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{2,}");

    /** More words make it no surer. */
    private static final int MOST = 40;

    private static final double LEAST = 1.5;
    private static final int LONG = 4;
    private static final double NAME = 0.25;
    private static final double HALF = 0.5;

    /** Little English words that are words of other languages, too: they count half, beside surer ones. */
    private static final Set<String> HALF_ENGLISH =
            Set.of("am", "an", "for", "has", "her", "in", "is", "me", "of", "on", "over", "so", "to", "we");

    /** Little words of other languages that stand in English names as well: they count half, against English. */
    private static final Set<String> HALF_FOREIGN = Set.of(
            "al", "da", "dan", "de", "del", "den", "der", "des", "di", "die", "du", "el", "en", "et", "il", "la", "le",
            "les", "se", "un", "van", "ve", "von");

    /** Words that are as common in other languages. */
    private static final Set<String> SHARED = Set.of(
            "also",
            "bank",
            "been",
            "best",
            "brand",
            "come",
            "do",
            "far",
            "fast",
            "film",
            "fort",
            "god",
            "had",
            "half",
            "hand",
            "hotel",
            "international",
            "land",
            "man",
            "men",
            "minister",
            "no",
            "once",
            "para",
            "park",
            "pas",
            "per",
            "plan",
            "real",
            "red",
            "regime",
            "sin",
            "son",
            "sport",
            "ten",
            "test",
            "video",
            "war",
            "was",
            "water",
            "wet");

    private final Set<String> words;

    EnglishWords() {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(EnglishWords.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            words = in.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + LIST, e);
        }
    }

    /**
     * How English the text's first words are, 0 to 1: the part of common English words, each counted once. Words
     * that are not on the list weigh less where they may be names, capitalised or in a text without capitals; words that
     * other languages have as well weigh less or nothing. 0 if too few are English ones.
     */
    double share(String text) {
        Set<String> seen = new HashSet<>();
        int known = 0;
        int little = 0;
        int names = 0;
        double foreign = 0;
        int all = 0;
        boolean telling = false;
        boolean capitals = text.codePoints().anyMatch(Character::isUpperCase);
        for (Matcher word = WORD.matcher(text); word.find() && all < MOST; all++) {
            String written = word.group();
            String lower = written.toLowerCase(Locale.ROOT);
            if (SHARED.contains(lower) || !seen.add(lower)) {
                continue;
            }
            if (HALF_ENGLISH.contains(lower)) {
                little++;
            } else if (HALF_FOREIGN.contains(lower)) {
                foreign += HALF;
            } else if (words.contains(lower)) {
                known++;
                telling |= lower.equals(written) && lower.length() >= LONG;
            } else if (Character.isUpperCase(written.charAt(0))) {
                names++;
            } else {
                foreign += capitals ? 1 : HALF;
            }
        }
        double english = known + HALF * little;
        boolean enough = known > 0 && english >= LEAST || telling && foreign == 0;
        return enough ? english / (english + foreign + NAME * names) : 0;
    }
}
