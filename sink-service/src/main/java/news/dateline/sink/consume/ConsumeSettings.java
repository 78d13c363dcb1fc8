package news.dateline.sink.consume;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the sink reads, {@code dateline.sink.consume.*}.
 *
 * @param threads readers in this process; the partitions are shared out among them
 * @param group consumer group, by which Kafka shares out partitions among all sinks of one store
 * @param poll longest wait for records
 * @param firstRetry wait before the first new attempt when the database or Kafka is away; it doubles each time
 * @param longestRetry longest such wait
 */
@ConfigurationProperties("dateline.sink.consume")
public record ConsumeSettings(
        @Bindable(defaultValue = "1") int threads,
        @Bindable(defaultValue = "dateline-sink") String group,
        @Bindable(defaultValue = "500ms") Duration poll,
        @Bindable(defaultValue = "500ms") Duration firstRetry,
        @Bindable(defaultValue = "10s") Duration longestRetry) {}
