package news.dateline.ingest.idempotency;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How requests with an Idempotency-Key are kept, {@code dateline.ingest.idempotency.*}.
 *
 * @param topic the topic that keeps claims and answers; the service creates it if it is missing
 * @param partitions partitions with which it is created
 * @param maxKeys keys that are remembered at once, about 300 bytes each; beyond it new ones are refused
 * @param transactions requests with a key that are worked on at the same time
 * @param patience longest wait for a free transaction, and for the topic to tell whether a claim holds
 */
@ConfigurationProperties("dateline.ingest.idempotency")
record IdempotencySettings(
        @Bindable(defaultValue = "news.ingest.idempotency.v1")
        String topic,

        @Bindable(defaultValue = "4") int partitions,
        @Bindable(defaultValue = "500000") int maxKeys,
        @Bindable(defaultValue = "8") int transactions,
        @Bindable(defaultValue = "5s") Duration patience) {}
