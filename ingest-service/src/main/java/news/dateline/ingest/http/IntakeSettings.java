package news.dateline.ingest.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.ReadableBytes;

/**
 * How much is taken in at once, {@code dateline.ingest.intake.*}; beyond it requests are refused with 503.
 *
 * @param requests bodies that are received or worked on at the same time
 * @param bytes bytes of such bodies together; a body of unknown or compressed length counts as the longest one
 */
@ConfigurationProperties("dateline.ingest.intake")
record IntakeSettings(
        @Bindable(defaultValue = "256") int requests,
        @Bindable(defaultValue = "128MB") @ReadableBytes long bytes) {}
