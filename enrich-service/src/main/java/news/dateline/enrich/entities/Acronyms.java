package news.dateline.enrich.entities;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds acronyms that a text introduces in brackets behind the long form, "China-Pakistan Economic Corridor
 * (CPEC)", by comparing initials (after Schwartz and Hearst, "A simple algorithm for identifying abbreviation
 * definitions", 2003). The long form becomes a name if it is none yet. Stateless.
 */
final class Acronyms {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 10;

    private Acronyms() {}

    /** The long form by acronym, both as keys; the names of the field are completed on the way. */
    static Map<String, String> find(FieldNames field) {
        Map<String, String> longForms = new HashMap<>();
        Tokens tokens = field.tokens();
        for (int open = 1; open + 2 < tokens.size(); open++) {
            if (tokens.is(open, "(") && tokens.is(open + 2, ")") && isAcronym(tokens.token(open + 1))) {
                int first = longForm(field, open, tokens.token(open + 1));
                if (first >= 0) {
                    join(field, first, open, longForms);
                }
            }
        }
        return longForms;
    }

    private static boolean isAcronym(String word) {
        long capitals = word.chars().filter(c -> Letters.isUpper((char) c)).count();
        return word.length() >= SHORTEST
                && word.length() <= LONGEST
                && capitals >= SHORTEST
                && word.chars().allMatch(Character::isLetter);
    }

    /** First token of the shortest long form before the bracket that has all letters in order, or -1. */
    private static int longForm(FieldNames field, int open, String acronym) {
        Tokens tokens = field.tokens();
        int letter = acronym.length() - 1;
        for (int i = open - 1; i >= 0 && open - i <= 2 * acronym.length(); i--) {
            String word = tokens.token(i);
            if (!Character.isLetter(word.charAt(0)) && !word.equals("-") && !word.equals("&")) {
                return -1;
            }
            for (int at = word.length() - 1; at >= 0; at--) {
                boolean same = Letters.lower(word.charAt(at)) == Letters.lower(acronym.charAt(letter));
                if (same && (letter > 0 && (field.isCapitalised(i) || at == 0) || at == 0)) {
                    letter--;
                }
                if (letter < 0) {
                    return field.isCapitalised(i) ? i : -1;
                }
            }
        }
        return -1;
    }

    private static void join(FieldNames field, int first, int open, Map<String, String> longForms) {
        NameSpan whole = null;
        double score = 0.5;
        NameType type = NameType.ORGANIZATION;
        for (NameSpan name : field.names()) {
            if (name.first() < open && name.last() > first || name.first() == open + 1) {
                score = Math.max(score, name.score());
                whole = name.last() == open ? name : whole;
            }
        }
        if (whole != null && whole.first() <= first) {
            first = whole.first();
            type = whole.type();
        }
        type = type == NameType.PERSON ? NameType.ORGANIZATION : type;
        field.override(field.span(first, open, type, score));
        field.override(field.span(open + 1, open + 2, type, score));
        longForms.put(field.key(open + 1, open + 2), field.key(first, open));
    }
}
