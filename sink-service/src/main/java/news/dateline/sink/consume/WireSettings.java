package news.dateline.sink.consume;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import news.dateline.schemas.wire.AvroSerdes;

/** The wire format as configured: {@code dateline.serde} and, for the registry's, {@code schema.registry.url}. */
@Factory
final class WireSettings {
    @Singleton
    AvroSerdes serdes(
            @Value("${dateline.serde:registry}") String format,
            @Nullable @Value("${schema.registry.url:}") String registryUrl) {
        return AvroSerdes.of(format, registryUrl, false);
    }

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
