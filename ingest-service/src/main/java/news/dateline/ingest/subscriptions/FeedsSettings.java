package news.dateline.ingest.subscriptions;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How feeds are polled, {@code dateline.feeds.*}.
 *
 * @param enabled whether this instance polls; the API works all the same
 * @param group consumer group by which the instances share the feeds out; also the beginning of transactional ids
 * @param threads polls at the same time in this process
 * @param shortestInterval shortest interval of a subscription
 * @param longestInterval longest wait that a feed's own wishes or rhythm lead to
 * @param longestBackoff longest wait after failures
 * @param hostPause pause between two requests to the same host
 * @param pagePause pause between two pages of the same host, for their full text
 * @param pagesPerPoll most pages that are fetched in one poll
 * @param sitemapsPerPoll most sitemaps of an index that are read in one poll
 * @param silentAfter shortest time without news that counts as silence
 * @param tick how often due feeds are looked for
 */
@ConfigurationProperties("dateline.feeds")
public record FeedsSettings(
        @Bindable(defaultValue = "true") boolean enabled,
        @Bindable(defaultValue = "dateline-feeds") String group,
        @Bindable(defaultValue = "8") int threads,
        @Bindable(defaultValue = "1s") Duration shortestInterval,
        @Bindable(defaultValue = "1h") Duration longestInterval,
        @Bindable(defaultValue = "6h") Duration longestBackoff,
        @Bindable(defaultValue = "200ms") Duration hostPause,
        @Bindable(defaultValue = "1s") Duration pagePause,
        @Bindable(defaultValue = "20") int pagesPerPoll,
        @Bindable(defaultValue = "5") int sitemapsPerPoll,
        @Bindable(defaultValue = "1h") Duration silentAfter,
        @Bindable(defaultValue = "200ms") Duration tick) {}
