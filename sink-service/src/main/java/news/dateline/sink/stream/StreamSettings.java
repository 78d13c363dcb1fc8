package news.dateline.sink.stream;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The live stream, {@code dateline.sink.stream.*}.
 *
 * @param maxClients clients at once; more get 503
 * @param queue events that may wait for a client; one that falls further behind is dropped
 * @param recent newest events kept in memory, from which most clients resume without reading the topic
 * @param recentBytes bytes of records that these events may have together
 * @param heartbeat pause between the comments that keep a connection open
 * @param readers clients that can read the past from the topic at the same time; others wait for their turn
 * @param patience how long such a client may take nothing
 */
@ConfigurationProperties("dateline.sink.stream")
public record StreamSettings(
        @Bindable(defaultValue = "2000") int maxClients,
        @Bindable(defaultValue = "256") int queue,
        @Bindable(defaultValue = "1000") int recent,
        @Bindable(defaultValue = "8388608") long recentBytes,
        @Bindable(defaultValue = "15s") Duration heartbeat,
        @Bindable(defaultValue = "4") int readers,
        @Bindable(defaultValue = "30s") Duration patience) {}
