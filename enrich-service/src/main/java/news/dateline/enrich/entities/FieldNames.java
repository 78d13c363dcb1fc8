package news.dateline.enrich.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The tokens of one field of an article and the names found in it, in order, never overlapping. Belongs to one
 * thread.
 */
final class FieldNames {

    private final String field;
    private final Tokens tokens;
    private final boolean[] heading;
    private List<NameSpan> names = new ArrayList<>();

    FieldNames(String field, Tokens tokens) {
        this.field = field;
        this.tokens = tokens;
        this.heading = new boolean[tokens.sentences()];
    }

    String field() {
        return field;
    }

    Tokens tokens() {
        return tokens;
    }

    String text() {
        return tokens.text();
    }

    List<NameSpan> names() {
        return names;
    }

    void replace(List<NameSpan> other) {
        names = new ArrayList<>(other);
    }

    void removeIf(Predicate<NameSpan> silly) {
        names.removeIf(silly);
    }

    /** Adds a name unless it would overlap another; true if it was added. */
    boolean insert(NameSpan name) {
        int at = behind(name.first());
        if (at < names.size() && names.get(at).start() < name.end()) {
            return false;
        }
        names.add(at, name);
        return true;
    }

    /** The names that share a token with a stretch of tokens. */
    List<NameSpan> overlapping(int first, int last) {
        int from = behind(first);
        int to = from;
        while (to < names.size() && names.get(to).first() < last) {
            to++;
        }
        return names.subList(from, to);
    }

    /** The first name that ends behind the beginning of a token; there may be very many. */
    private int behind(int token) {
        int low = 0;
        int high = names.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names.get(middle).last() <= token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Puts a name in the place of those that it overlaps. */
    void override(NameSpan name) {
        names.removeIf(other -> other.start() < name.end() && name.start() < other.end());
        insert(name);
    }

    NameSpan span(int first, int last, NameType type, double score) {
        return new NameSpan(first, last, tokens.start(first), tokens.end(last - 1), type, score);
    }

    boolean isHeading(int sentence) {
        return heading[sentence];
    }

    void markHeading(int sentence) {
        heading[sentence] = true;
    }

    boolean isCapitalised(int token) {
        return token >= 0
                && token < tokens.size()
                && Letters.isUpper(tokens.text().charAt(tokens.start(token)));
    }

    /** The words of a stretch of tokens, folded and small: what two mentions of one name have in common. */
    String key(int first, int last) {
        StringBuilder key = new StringBuilder();
        for (int i = first; i < last; i++) {
            key.append(i > first && !tokens.glued(i) ? " " : "");
            for (int at = tokens.start(i); at < tokens.end(i); at++) {
                key.append(Letters.lower(tokens.text().charAt(at)));
            }
        }
        return key.toString();
    }

    String key(NameSpan name) {
        return key(name.first(), name.last());
    }
}
