package news.dateline.enrich.entities;

import java.util.List;
import news.dateline.enrich.entities.Lexicon.ListKind;

/**
 * Sees to it that the names of countries are places, whole: the first reading, which knows each word by chance more or
 * less well, now and then overlooks one, cuts it short ("Republic" of "Czech Republic") or takes it for a person. Names
 * that persons bear as well ("Jordan") stay as they were read. Stateless.
 */
final class KnownCountries {

    private static final double SCORE = 0.6;
    private static final double SURE = 0.8;

    private KnownCountries() {}

    static void mend(FieldNames field, Lexicon lexicon) {
        Tokens tokens = field.tokens();
        for (int s = 0; s < tokens.sentences(); s++) {
            for (int i = tokens.sentenceStart(s); !field.isHeading(s) && i < tokens.sentenceEnd(s); i++) {
                int end = field.isCapitalised(i) ? lexicon.longest(tokens, i, ListKind.COUNTRY) : i;
                if (end > i && end <= tokens.sentenceEnd(s) && isCountry(field, i, end, lexicon)) {
                    mend(field, i, end, i > tokens.sentenceStart(s));
                    i = end - 1;
                }
            }
        }
    }

    /** Not an abbreviation, nor the union, nor a word that is a name of persons too. */
    private static boolean isCountry(FieldNames field, int first, int last, Lexicon lexicon) {
        String text = field.text();
        int start = field.tokens().start(first);
        int word = Hashes.lower(text, start, field.tokens().end(first));
        boolean personal =
                last - first == 1 && (lexicon.lists(word, ListKind.FIRST) || lexicon.lists(word, ListKind.LAST));
        return !personal
                && start + 1 < text.length()
                && Letters.isLower(text.charAt(start + 1))
                && !field.key(first, last).startsWith("european");
    }

    private static void mend(FieldNames field, int first, int last, boolean inside) {
        List<NameSpan> read = List.copyOf(field.overlapping(first, last));
        boolean longer = inside && joins(field, first - 1)
                || joins(field, last) && last < field.tokens().size();
        if (read.isEmpty()) {
            if (!longer) {
                field.insert(field.span(first, last, NameType.LOCATION, SCORE));
            }
            return;
        }
        NameSpan name = read.get(0);
        boolean whole = name.first() == first && name.last() == last;
        boolean part = name.first() >= first && name.last() <= last && !whole;
        boolean otherType = whole && name.type() != NameType.LOCATION && (last - first > 1 || name.score() < SURE);
        if (read.size() == 1 && (otherType || part && !longer)) {
            field.override(field.span(first, last, NameType.LOCATION, Math.max(SCORE, name.score())));
        }
    }

    /** Whether a token is capitalised and so may be a further word of the name. */
    private static boolean joins(FieldNames field, int token) {
        return field.isCapitalised(token) && field.overlapping(token, token + 1).isEmpty();
    }
}
