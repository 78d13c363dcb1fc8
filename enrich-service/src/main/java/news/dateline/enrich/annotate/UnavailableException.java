package news.dateline.enrich.annotate;

/**
 * An annotator has no tags for this article for a reason of its own that passes: it is slow, away, or given up for a while.
 * The message is short and stands behind its model in the article's {@code models}.
 */
public class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
        super(message);
    }
}
