package news.dateline.sink.consume;

import news.dateline.EnrichedArticle;
import news.dateline.Story;
import news.dateline.Trend;
import news.dateline.sink.store.FailedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What one record of the topics that the sink reads turned out to be. */
sealed interface Reading {
    /** The record as it lies in Kafka, its bytes untouched. */
    ConsumerRecord<byte[], byte[]> record();

    /** An article that can be stored. */
    record Article(ConsumerRecord<byte[], byte[]> record, EnrichedArticle article) implements Reading {}

    /** The state of a story. */
    record StoryState(ConsumerRecord<byte[], byte[]> record, Story story) implements Reading {}

    /** A count of a trend. */
    record TrendCount(ConsumerRecord<byte[], byte[]> record, Trend trend) implements Reading {}

    /** A record of the dead-letter topic. */
    record Failure(ConsumerRecord<byte[], byte[]> record, FailedRecord failed) implements Reading {}

    /** A record that will never be one. */
    record Poison(ConsumerRecord<byte[], byte[]> record, Exception error) implements Reading {}

    /** A record without a value: Kafka forgets the key. The store keeps what it has; a kill says so in a record. */
    record Tombstone(ConsumerRecord<byte[], byte[]> record) implements Reading {}
}
