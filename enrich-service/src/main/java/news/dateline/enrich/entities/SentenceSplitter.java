package news.dateline.enrich.entities;

import java.util.Locale;
import java.util.Set;

/**
 * Finds the sentences among tokens: by final marks, by blank lines, and by line ends that close a paragraph or a
 * heading. A text wrapped at a fixed width stays whole. No sentence is longer than {@value #LONGEST} tokens.
 * Stateless, thread-safe.
 */
final class SentenceSplitter {

    static final int LONGEST = 200;
    private static final int WRAP_WIDTH = 50;
    private static final Set<String> STARTERS = Set.of(
            "The",
            "He",
            "She",
            "It",
            "They",
            "We",
            "In",
            "But",
            "A",
            "An",
            "This",
            "That",
            "His",
            "Her",
            "Its",
            "At",
            "On",
            "For",
            "However",
            "Meanwhile",
            "And",
            "If",
            "As",
            "There",
            "After",
            "I",
            "You",
            "Earlier");
    private static final Set<String> NEVER_LAST = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "sgt", "cpl", "adm", "brig", "cmdr",
            "sen", "rep", "gov", "pres", "st", "rev", "hon", "fr", "mt", "vs", "messrs");

    private SentenceSplitter() {}

    static void split(Tokens tokens) {
        int first = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean last = i + 1 == tokens.size();
            if (last || i + 1 - first >= LONGEST || endsBetween(tokens, i)) {
                tokens.endSentence(i + 1);
                first = i + 1;
            }
        }
    }

    private static boolean endsBetween(Tokens tokens, int i) {
        String text = tokens.text();
        int gapStart = tokens.end(i);
        int gapEnd = tokens.start(i + 1);
        if (gapStart == gapEnd) {
            return false;
        }
        int lines = 0;
        for (int at = gapStart; at < gapEnd; at++) {
            char c = text.charAt(at);
            lines += c == '\n'
                            || c == '\u2028'
                            || c == '\u2029'
                            || c == '\r' && at + 1 < gapEnd && text.charAt(at + 1) != '\n'
                    ? 1
                    : 0;
        }
        if (lines > 1) {
            return true;
        }
        int mark = i;
        while (mark > 0 && i - mark < 3 && isClosing(text.charAt(tokens.start(mark)))) {
            mark--;
        }
        char next = text.charAt(gapEnd);
        boolean stopped = isFinal(tokens, mark) && startsSentence(next) && !continues(tokens, mark, i + 1);
        return stopped || lines == 1 && !wrapped(text, gapStart, next);
    }

    private static boolean wrapped(String text, int lineEnd, char next) {
        if (Letters.isLower(next)) {
            return true;
        }
        int lineStart = text.lastIndexOf('\n', lineEnd - 1) + 1;
        int width = lineEnd - lineStart;
        return width >= WRAP_WIDTH
                && width <= 2 * WRAP_WIDTH
                && Character.isLetterOrDigit(text.charAt(lineEnd - 1))
                && Character.isLetterOrDigit(next);
    }

    private static boolean isFinal(Tokens tokens, int token) {
        char c = tokens.text().charAt(tokens.end(token) - 1);
        return c == '.' || c == '!' || c == '?' || c == '\u2026' || c == '\u061f' || c == '\u3002';
    }

    /** True if the full stop belongs to an abbreviation that the sentence goes on behind. */
    private static boolean continues(Tokens tokens, int mark, int next) {
        int length = tokens.end(mark) - tokens.start(mark);
        if (length < 2 || length > 12 || !Character.isLetter(tokens.text().charAt(tokens.start(mark)))) {
            return false;
        }
        String word = tokens.token(mark);
        String bare = word.substring(0, length - 1);
        boolean initial = length == 2;
        if (initial || NEVER_LAST.contains(bare.toLowerCase(Locale.ROOT))) {
            return true;
        }
        return !STARTERS.contains(tokens.end(next) - tokens.start(next) < 12 ? tokens.token(next) : "");
    }

    private static boolean startsSentence(char c) {
        return !Letters.isLower(c) && c != ',' && c != ';' && c != ')' && c != ':';
    }

    private static boolean isClosing(char c) {
        return c == '"' || c == '\'' || c == ')' || c == ']' || c == '\u201d' || c == '\u2019' || c == '\u00bb';
    }
}
