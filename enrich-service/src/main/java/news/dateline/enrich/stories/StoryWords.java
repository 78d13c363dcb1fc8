package news.dateline.enrich.stories;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that tell one story from another: in lower case, without endings, without the little words. Scripts that
 * put no spaces between words give pairs of characters. Pure and thread-safe.
 */
public final class StoryWords {
    private static final Set<String> LITTLE = Set.of(
            ("a an the of in on at to for and or but by with from as is are was be has have had it its his her their this that"
                            + " after over into up out no not he she they who what how why when you your we more new says said"
                            + " will can could would may than about off amid were been which also there some other before")
                    .split(" "));

    /** What wire services put before a headline that they send again. */
    private static final Pattern FLAG = Pattern.compile("^(?:[A-Z][A-Z0-9]*(?: [0-9]+)?-)+(?=\\p{L})");

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern APOSTROPHE = Pattern.compile("['’](?:s\\b)?");
    private static final Set<UnicodeScript> WITHOUT_SPACES =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.THAI);

    /** In a language whose little words are not known, short words count as such. In UTF-16 code units. */
    private static final int SHORT = 3;

    private StoryWords() {}

    /** The words of a text, in order. */
    public static List<String> of(String text, boolean english) {
        List<String> words = new ArrayList<>();
        String plain = APOSTROPHE.matcher(FLAG.matcher(text).replaceFirst("")).replaceAll("");
        for (String word : NOT_A_WORD.split(plain.toLowerCase(Locale.ROOT), -1)) {
            if (word.isEmpty()) {
                continue;
            }
            if (WITHOUT_SPACES.contains(UnicodeScript.of(word.codePointAt(0)))) {
                pairs(word, words);
            } else if (english ? word.length() > 1 && !LITTLE.contains(word) : word.length() > SHORT) {
                words.add(english ? stem(word) : word);
            }
        }
        return words;
    }

    private static void pairs(String run, List<String> words) {
        int[] characters = run.codePoints().toArray();
        for (int i = 0; i + 1 < characters.length; i++) {
            words.add(new String(characters, i, 2));
        }
    }

    private static String stem(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        String stem = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
        if (stem.length() > 5 && stem.endsWith("ing")) {
            return stem.substring(0, stem.length() - 3);
        }
        return stem.length() > 5 && stem.endsWith("ed") ? stem.substring(0, stem.length() - 2) : stem;
    }
}
