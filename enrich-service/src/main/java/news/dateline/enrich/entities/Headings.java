package news.dateline.enrich.entities;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides names in headings. Where every word is capitalised, or written in capitals, the spelling says nothing;
 * such a line keeps only names that the running text of the same article has too. An article without running text
 * keeps what was found. Stateless.
 */
final class Headings {

    private static final int FEWEST_WORDS = 2;
    private static final int LONGEST_SUBHEAD = 10;

    private Headings() {}

    /** Marks the sentences of a field that are headings in capitals or title case. */
    static void mark(FieldNames field) {
        Tokens tokens = field.tokens();
        for (int s = 0; s < tokens.sentences(); s++) {
            if (isHeading(
                    field,
                    tokens.sentenceStart(s),
                    tokens.sentenceEnd(s),
                    field.field().equals("headline"))) {
                field.markHeading(s);
            }
        }
    }

    private static boolean isHeading(FieldNames field, int from, int to, boolean headline) {
        Tokens tokens = field.tokens();
        String text = field.text();
        int words = 0;
        int upper = 0;
        int capitals = 0;
        int small = 0;
        for (int i = from; i < to; i++) {
            char first = text.charAt(tokens.start(i));
            int length = tokens.end(i) - tokens.start(i);
            if (Character.isLetter(first)) {
                words++;
                upper += Letters.isUpper(first) ? 1 : 0;
                small += Letters.isLower(first) && length > 3 ? 1 : 0;
                capitals += allCapitals(text, tokens.start(i), tokens.end(i)) ? 1 : 0;
            }
        }
        if (words >= FEWEST_WORDS && capitals == words) {
            return true;
        }
        char last = text.charAt(tokens.end(to - 1) - 1);
        boolean stopped = last == '.' || last == ',' || last == ':' || last == '"' || last == '\u201d';
        boolean line = headline || to - from <= LONGEST_SUBHEAD && !stopped && aloneInItsLine(tokens, from, to);
        return line && words >= FEWEST_WORDS && small == 0 && upper * 10 >= words * 6;
    }

    private static boolean aloneInItsLine(Tokens tokens, int from, int to) {
        String text = tokens.text();
        boolean begins = from == 0
                || text.substring(tokens.end(from - 1), tokens.start(from)).indexOf('\n') >= 0;
        boolean ends = to == tokens.size()
                || text.substring(tokens.end(to - 1), tokens.start(to)).indexOf('\n') >= 0;
        return begins && ends;
    }

    private static boolean allCapitals(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Letters.isLower(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Replaces the names in headings by those that the running text confirms. */
    static void decide(List<FieldNames> fields) {
        Map<String, NameSpan> known = new HashMap<>();
        boolean running = false;
        for (FieldNames field : fields) {
            for (int s = 0; s < field.tokens().sentences(); s++) {
                running |= !field.isHeading(s)
                        && field.tokens().sentenceEnd(s) - field.tokens().sentenceStart(s) > 5;
            }
            for (NameSpan name : field.names()) {
                if (!field.isHeading(sentence(field, name))) {
                    known.merge(field.key(name), name, (a, b) -> a.score() >= b.score() ? a : b);
                    if (name.type() == NameType.PERSON && name.last() - name.first() > 1) {
                        known.putIfAbsent(field.key(name.last() - 1, name.last()), name);
                    }
                }
            }
        }
        if (running) {
            fields.forEach(field -> confirm(field, known));
        }
    }

    private static void confirm(FieldNames field, Map<String, NameSpan> known) {
        Tokens tokens = field.tokens();
        for (int s = 0; s < tokens.sentences(); s++) {
            if (!field.isHeading(s)) {
                continue;
            }
            int from = tokens.sentenceStart(s);
            int to = tokens.sentenceEnd(s);
            field.removeIf(name -> name.first() >= from && name.last() <= to);
            for (int first = from; first < to; first++) {
                for (int last = Math.min(to, first + 6); last > first; last--) {
                    NameSpan name = field.isCapitalised(first) ? known.get(field.key(first, last)) : null;
                    if (name != null) {
                        field.insert(field.span(first, last, name.type(), name.score()));
                        first = last - 1;
                        break;
                    }
                }
            }
        }
    }

    static int sentence(FieldNames field, NameSpan name) {
        int low = 0;
        int high = field.tokens().sentences() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (field.tokens().sentenceEnd(middle) <= name.first()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
