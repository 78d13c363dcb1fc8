package news.dateline.enrich.entities;

import java.text.Normalizer;

/**
 * Folds one UTF-16 unit for hashing: typographic quotes and dashes become ASCII, Latin diacritics are dropped, so
 * that "Erdoğan" and "Erdogan", and both kinds of apostrophe, look alike to the recognizer. Stateless; every thread
 * may call it.
 */
final class Letters {

    private static final int TABLE_END = 0x250;
    private static final String SPECIAL_FROM = "ıøØłŁđĐßæÆœŒðÐþÞħĦ";
    private static final String SPECIAL_TO = "ioOlLdDsaAoOdDtThH";
    private static final String FOLDED = foldedTable();

    private Letters() {}

    private static String foldedTable() {
        StringBuilder table = new StringBuilder(TABLE_END);
        for (char c = 0; c < TABLE_END; c++) {
            int special = SPECIAL_FROM.indexOf(c);
            if (special >= 0) {
                table.append(SPECIAL_TO.charAt(special));
            } else {
                char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                        .charAt(0);
                table.append(Character.isLetter(c) ? base : c);
            }
        }
        return table.toString();
    }

    /** The unit itself, or its plain counterpart. */
    static char fold(char c) {
        if (c < 0x80) {
            return c;
        }
        if (c < TABLE_END) {
            return c == '\u00b4' ? '\'' : c == '\u00ab' || c == '\u00bb' ? '"' : FOLDED.charAt(c);
        }
        if (c >= 0x1E00 && c <= 0x1EFF) {
            return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
        }
        return switch (c) {
            case '\u2018', '\u2019', '\u201b', '\u02bb', '\u02bc', '\u02be', '\u02bf', '\u2032' -> '\'';
            case '\u201c', '\u201d', '\u201e', '\u201f', '\u2033' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
            default -> c;
        };
    }

    /** Folded and lower-cased, letter by letter, independent of the locale. */
    static char lower(char c) {
        char folded = fold(c);
        if (folded < 0x80) {
            return folded >= 'A' && folded <= 'Z' ? (char) (folded + 32) : folded;
        }
        return Character.toLowerCase(folded);
    }

    static boolean isUpper(char c) {
        return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    static boolean isLower(char c) {
        return c < 0x80 ? c >= 'a' && c <= 'z' : Character.isLowerCase(c);
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02bc' || c == '\u00b4' || c == '`';
    }
}
