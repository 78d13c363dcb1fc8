package news.dateline.ingest.http;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * A page of subscriptions.
 *
 * @param feeds by id
 * @param next cursor of the next page, null on the last
 */
@Introspected
record SubscriptionList(List<Subscription> feeds, @Nullable String next) {}
