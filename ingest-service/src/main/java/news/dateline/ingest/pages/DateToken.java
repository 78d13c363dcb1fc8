package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run of letters, a run of digits or one sign.
 *
 * @param kind {@code 'w'} word, {@code 'n'} number, otherwise the sign itself
 * @param text in lower case, digits as ASCII
 * @param start offset in the line
 */
record DateToken(char kind, String text, int start) {
    static List<DateToken> of(String line) {
        List<DateToken> tokens = new ArrayList<>();
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            int start = i;
            if (Character.isDigit(c)) {
                StringBuilder digits = new StringBuilder();
                while (i < line.length() && Character.isDigit(line.charAt(i))) {
                    digits.append((char) ('0' + Character.digit(line.charAt(i++), 10)));
                }
                tokens.add(new DateToken('n', digits.toString(), start));
            } else if (isLetter(c)) {
                while (i < line.length() && isLetter(line.charAt(i))) {
                    i++;
                }
                tokens.add(new DateToken('w', line.substring(start, i).toLowerCase(Locale.ROOT), start));
            } else {
                if (c != ' ') {
                    tokens.add(new DateToken(c, String.valueOf(c), start));
                }
                i++;
            }
        }
        return tokens;
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || Character.isSurrogate(c);
    }

    boolean isWord() {
        return kind == 'w';
    }

    /** The value of a number of at most four digits, otherwise -1. */
    int number() {
        return kind == 'n' && text.length() <= 4 ? Integer.parseInt(text) : -1;
    }
}
