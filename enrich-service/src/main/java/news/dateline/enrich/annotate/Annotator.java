package news.dateline.enrich.annotate;

/**
 * Finds one kind of tag in a text. Implementations are pure and thread-safe: the same text gives the same tags, and
 * nothing is remembered between two calls.
 *
 * @param <T> the tags
 */
public interface Annotator<T> {
    /** Name and version, {@code name@version}, as it stands in the article's {@code models}. */
    String model();

    /** Whether it knows the language of a text; a text in another gets no tags of this kind, and its article says so. */
    default boolean knows(ArticleText text) {
        return true;
    }

    /** The tags of a text; never null, empty where the annotator does not know the text's language. */
    T annotate(ArticleText text);
}
