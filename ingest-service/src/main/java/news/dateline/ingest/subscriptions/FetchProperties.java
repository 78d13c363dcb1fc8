package news.dateline.ingest.subscriptions;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import news.dateline.ingest.fetch.FetchSettings;

/**
 * What fetching may do, {@code dateline.fetch.*}; see {@link FetchSettings}.
 *
 * @param allowPrivate whether feeds of an own network may be fetched, at any port
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for the first byte, and between two
 * @param totalTimeout longest time for one answer
 * @param maxBytes largest document after decompression
 * @param userAgent how we call ourselves
 */
@ConfigurationProperties("dateline.fetch")
public record FetchProperties(
        @Bindable(defaultValue = "false") boolean allowPrivate,
        @Bindable(defaultValue = "10s") Duration connectTimeout,
        @Bindable(defaultValue = "20s") Duration readTimeout,
        @Bindable(defaultValue = "60s") Duration totalTimeout,
        @Bindable(defaultValue = "16777216") int maxBytes,

        @Bindable(defaultValue = "Dateline/1.0 (news feed reader)")
        String userAgent) {
    FetchSettings settings() {
        return new FetchSettings(allowPrivate, connectTimeout, readTimeout, totalTimeout, maxBytes, userAgent);
    }
}
