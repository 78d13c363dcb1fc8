package news.dateline.enrich.entities;

/**
 * A name found in a text.
 *
 * @param first index of its first token
 * @param last index behind its last token
 * @param start UTF-16 offset of its beginning in the text
 * @param end UTF-16 offset behind its end
 * @param type what it names
 * @param score probability between 0 and 1 that exactly this stretch is a name of this type
 */
public record NameSpan(int first, int last, int start, int end, NameType type, double score) {

    NameSpan as(NameType other) {
        return new NameSpan(first, last, start, end, other, score);
    }

    String in(String text) {
        return text.substring(start, end);
    }
}
