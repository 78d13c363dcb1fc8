package news.dateline.ingest.http;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import news.dateline.Feed;
import news.dateline.ingest.subscriptions.Subscriptions.Known;

/**
 * A subscription and how it is doing, as JSON.
 *
 * @param id chosen by whoever subscribed
 * @param url address of the feed, as subscribed
 * @param interval ISO-8601 duration between two polls
 * @param fullText whether the linked pages are fetched for their full text
 * @param status {@code active}, or {@code gone} once the server said 410
 * @param title the feed's title
 * @param permanentUrl where permanent redirects led to
 * @param lastSuccess when the feed last answered as it should
 * @param lastItem when it last had something new
 * @param itemsSeen articles published, corrections counted again
 * @param error what went wrong with the last poll, null when it went well
 * @param failures polls that failed since the last that went well
 * @param nextPoll when it is polled next
 * @param silent whether it has had nothing new for far longer than is usual for it
 * @param silentSince since when, null while it is not silent
 */
@Introspected
@Schema(description = "A subscription and how it is doing.")
record Subscription(
        String id,
        String url,
        String interval,
        boolean fullText,
        String status,
        @Nullable String title,
        @Nullable String permanentUrl,
        @Nullable String lastSuccess,
        @Nullable String lastItem,
        long itemsSeen,
        @Nullable String error,
        int failures,
        @Nullable String nextPoll,
        boolean silent,
        @Nullable String silentSince) {
    static Subscription of(Known known) {
        Feed feed = known.feed();
        return new Subscription(
                feed.getId(),
                feed.getUrl(),
                feed.getInterval(),
                feed.getFullText(),
                feed.getStatus().name(),
                feed.getTitle(),
                feed.getPermanentUrl(),
                text(feed.getLastSuccess()),
                text(feed.getLastItem()),
                feed.getItemsSeen(),
                feed.getError(),
                feed.getFailures(),
                text(feed.getNextPoll()),
                known.silent(),
                known.silent() ? text(feed.getLastItem()) : null);
    }

    private static String text(Instant time) {
        return time == null ? null : time.toString();
    }
}
