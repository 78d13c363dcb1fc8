package news.dateline.enrich.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    private final Set<String> words;

    EnglishWords() {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(EnglishWords.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            words = in.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + LIST, e);
        }
    }

    /** Which part of the text's first words are common English ones, 0 to 1; 0 if there are fewer than so many. */
    double share(String text, int least) {
        int all = 0;
        int known = 0;
        for (Matcher word = WORD.matcher(text); word.find() && all < MOST; all++) {
            known += words.contains(word.group().toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        return all < least ? 0 : (double) known / all;
    }
}
