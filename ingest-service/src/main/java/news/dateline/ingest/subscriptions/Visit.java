package news.dateline.ingest.subscriptions;

import java.time.Duration;
import java.util.List;
import news.dateline.RawArticle;
import news.dateline.SeenItem;
import news.dateline.ingest.feeds.FeedPace;

/** What came of asking a feed once. */
sealed interface Visit {
    /** The feed has not changed (304). */
    record Same(Duration maxAge, String permanentUrl) implements Visit {}

    /** The feed is gone for good (410). */
    record Gone() implements Visit {}

    /**
     * Nothing usable came.
     *
     * @param reason for whoever subscribed
     * @param retryAfter what the server asks for, or {@code null}
     */
    record Failed(String reason, Duration retryAfter) implements Visit {}

    /**
     * A document was read.
     *
     * @param title the feed's title, or {@code null}
     * @param fresh articles that are new or changed, the oldest first
     * @param known the document's items with the fresh ones, to be remembered; those left for the next poll are missing
     * @param more whether articles were left for the next poll
     * @param incomplete {@code null}, or why the document is not whole
     */
    record Read(
            String title,
            List<RawArticle> fresh,
            List<SeenItem> known,
            boolean more,
            String incomplete,
            String etag,
            String lastModified,
            FeedPace pace,
            Duration maxAge,
            String permanentUrl)
            implements Visit {}
}
