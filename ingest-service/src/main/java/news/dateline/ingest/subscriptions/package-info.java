/**
 * Subscriptions to feeds: the compacted topic that holds them with their state, who of several instances polls which,
 * and the polling itself.
 *
 * <p>Every instance reads the whole topic into a {@link news.dateline.ingest.subscriptions.FeedBook}; a consumer group
 * shares its partitions out, and an instance polls the feeds of its own. What a poll found and the feed's new state are
 * written in one Kafka transaction, so an item is published once whatever crashes when. The transactional id belongs to
 * the partition: whoever takes a partition over fences the one that had it.
 */
package news.dateline.ingest.subscriptions;
