package news.dateline.edge;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How slow a sender may be, {@code dateline.http.*}.
 *
 * @param headerTimeout longest time from the first byte of a request to the end of its headers
 * @param bodyWindow in each such window of a body...
 * @param bodyMinBytes ...at least so many bytes arrive, unless the service itself is not reading
 */
@ConfigurationProperties("dateline.http")
record ConnectionLimits(
        @Bindable(defaultValue = "10s") Duration headerTimeout,
        @Bindable(defaultValue = "20s") Duration bodyWindow,
        @Bindable(defaultValue = "1024") int bodyMinBytes) {}
