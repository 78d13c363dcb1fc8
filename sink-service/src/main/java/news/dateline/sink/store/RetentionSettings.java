package news.dateline.sink.store;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long things are kept, {@code dateline.sink.retention.*}.
 *
 * @param articles articles with all their versions, since the newest version came in; null for ever
 * @param deadLetters dead letters, whatever became of them
 * @param alerts alerts that do not wait any more
 * @param trends counts of trends
 * @param pause between two looks
 */
@ConfigurationProperties("dateline.sink.retention")
public record RetentionSettings(
        @Nullable Duration articles,
        @Bindable(defaultValue = "90d") Duration deadLetters,
        @Bindable(defaultValue = "30d") Duration alerts,
        @Bindable(defaultValue = "30d") Duration trends,
        @Bindable(defaultValue = "10m") Duration pause) {}
