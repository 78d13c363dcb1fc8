package news.dateline.sink.alerts;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Alerts of saved searches, {@code dateline.sink.alerts.*}.
 *
 * @param refresh how soon an instance learns of searches that another has put
 * @param poll pause between two looks for alerts to deliver
 * @param timeout how long a webhook may take to answer
 * @param firstRetry wait before the second attempt; it doubles each time
 * @param attempts attempts until an alert is given up as dead
 * @param privateTargets whether webhooks may lie on private or local addresses
 */
@ConfigurationProperties("dateline.sink.alerts")
public record AlertSettings(
        @Bindable(defaultValue = "1s") Duration refresh,
        @Bindable(defaultValue = "500ms") Duration poll,
        @Bindable(defaultValue = "10s") Duration timeout,
        @Bindable(defaultValue = "5s") Duration firstRetry,
        @Bindable(defaultValue = "10") int attempts,
        @Bindable(defaultValue = "false") boolean privateTargets) {}
