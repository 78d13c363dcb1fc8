package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be seen of a line of text without understanding it: its words, case, ending and bullet. Stateless. */
final class Wording {
    private static final String CLOSERS = "\"'”’»›«‹)]}“‘」』";
    private static final String SENTENCE_ENDS = ".!?…。！？؟۔;";
    private static final String BULLETS = "•◦▪‣●■▸►➤➜·∙⁃*-–—➢❖○";

    private Wording() {}

    /** Words separated by whitespace; an empty list for a blank text. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean gap = i == text.length() || text.charAt(i) == ' ';
            if (gap && start >= 0) {
                words.add(text.substring(start, i));
                start = -1;
            } else if (!gap && start < 0) {
                start = i;
            }
        }
        return words;
    }

    /** Number of words; in scripts without spaces two letters count as one word. */
    static int wordCount(String text) {
        int words = 0;
        int dense = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDense(c)) {
                dense++;
            }
            boolean letter = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
            if (letter && !inWord) {
                words++;
            }
            inWord = letter || (inWord && c != ' ');
        }
        return words + dense / 2;
    }

    private static boolean isDense(char c) {
        return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x0E00 && c <= 0x0E7F);
    }

    /** The last character that is no closing quote or bracket, or 0. */
    static char lastMark(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c != ' ' && CLOSERS.indexOf(c) < 0) {
                return c;
            }
        }
        return 0;
    }

    /** Whether the text ends as a sentence does. */
    static boolean endsSentence(String text) {
        return SENTENCE_ENDS.indexOf(lastMark(text)) >= 0;
    }

    /** Whether the text ends with a full stop or something that no headline ends with. */
    static boolean endsFlat(String text) {
        char mark = lastMark(text);
        return mark == '.' || mark == '。' || mark == '۔' || mark == ';' || mark == ':' || mark == ',';
    }

    static boolean hasLetters(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    /** Whether there are at least two cased letters and all of them are capitals. */
    static boolean isUpper(String text) {
        int upper = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            if (Character.isUpperCase(c)) {
                upper++;
            }
        }
        return upper >= 2;
    }

    static boolean startsUpper(String word) {
        int i = 0;
        while (i < word.length() && !Character.isLetterOrDigit(word.charAt(i))) {
            i++;
        }
        return i < word.length() && Character.isUpperCase(word.charAt(i));
    }

    static boolean startsLower(String text) {
        return !text.isEmpty() && Character.isLowerCase(text.charAt(0));
    }

    /** Whether the text is written in a script that has capitals. */
    static boolean isCased(String text) {
        int cased = 0;
        int letters = 0;
        int end = Math.min(text.length(), 400);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                if (Character.isUpperCase(c) || Character.isLowerCase(c)) {
                    cased++;
                }
            }
        }
        return cased * 2 > letters;
    }

    /** Letters and digits only, in lower case, single spaces: equal for two prints of the same headline. */
    static String key(String text) {
        StringBuilder key = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                if (space && key.length() > 0) {
                    key.append(' ');
                }
                key.append(c);
                space = false;
            } else if (c != '\'' && c != '’' && c != '.') {
                space = true;
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    /** The text after its bullet, or {@code null} if it has none. */
    static String afterBullet(String text) {
        if (text.length() < 3 || BULLETS.indexOf(text.charAt(0)) < 0) {
            return null;
        }
        char bullet = text.charAt(0);
        boolean spaced = text.charAt(1) == ' ';
        if (!spaced && "•◦▪‣●■▸►➤➜∙⁃➢❖○".indexOf(bullet) < 0) {
            return null;
        }
        String rest = text.substring(1).strip();
        return hasLetters(rest) ? rest : null;
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
