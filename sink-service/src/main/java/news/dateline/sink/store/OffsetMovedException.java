package news.dateline.sink.store;

import org.apache.kafka.common.TopicPartition;

/**
 * A stored offset is not where the reader left it: another reader has taken the partition over, or the store was put
 * back. Nothing of the batch is stored; the reader goes on from the stored offset.
 */
public final class OffsetMovedException extends RuntimeException {
    OffsetMovedException(TopicPartition partition, long expected, long stored) {
        super("The stored offset of " + partition + " is " + stored + ", not " + expected + " as this reader left it");
    }
}
