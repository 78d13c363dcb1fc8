package news.dateline.client;

/**
 * A record of the enriched topic cannot be read. Dateline writes only what its schemas say, so either something else
 * wrote it, or it is of a release that this client does not know: take a newer client. The message names the record.
 */
public final class UnreadableArticleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableArticleException(String place, Throwable cause) {
        super(place + " cannot be read as an enriched article: " + cause.getMessage(), cause);
    }
}
