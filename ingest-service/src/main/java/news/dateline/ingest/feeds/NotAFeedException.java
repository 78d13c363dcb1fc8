package news.dateline.ingest.feeds;

/** A document that is no feed and no sitemap. The message says why, for whoever sent it or subscribed to it. */
public final class NotAFeedException extends RuntimeException {
    public NotAFeedException(String message) {
        super(message);
    }
}
