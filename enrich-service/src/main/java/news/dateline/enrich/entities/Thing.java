package news.dateline.enrich.entities;

import java.util.ArrayList;
import java.util.List;

/** One real thing while its mentions are being gathered. Belongs to one thread. */
final class Thing {

    private final NameType type;
    private final List<Named> mentions = new ArrayList<>();
    private Named fullest;

    Thing(Named first) {
        type = first.span().type();
        fullest = first;
        mentions.add(first);
    }

    /** A mention and the field it stands in. */
    record Named(FieldNames field, int fieldIndex, NameSpan span) {

        String key() {
            return field.key(span);
        }

        String text() {
            return span.in(field.text());
        }
    }

    void add(Named mention) {
        mentions.add(mention);
        if (fuller(mention, fullest)) {
            fullest = mention;
        }
    }

    /** More words win, then mixed case over capitals, then the longer; the first of equals stays. */
    private static boolean fuller(Named mention, Named other) {
        int words = Integer.compare(
                mention.span().last() - mention.span().first(),
                other.span().last() - other.span().first());
        boolean capitals = isCapitals(mention.text());
        boolean otherCapitals = isCapitals(other.text());
        if (capitals != otherCapitals && mention.key().equals(other.key())) {
            return otherCapitals;
        }
        return words > 0 || words == 0 && mention.text().length() > other.text().length();
    }

    private static boolean isCapitals(String text) {
        return text.chars().noneMatch(c -> Letters.isLower((char) c));
    }

    NameType type() {
        return type;
    }

    List<Named> mentions() {
        return mentions;
    }

    Named fullest() {
        return fullest;
    }

    String name() {
        return fullest.text().replaceAll("\\s+", " ");
    }

    double score() {
        return mentions.stream()
                .mapToDouble(mention -> mention.span().score())
                .max()
                .orElse(0);
    }
}
