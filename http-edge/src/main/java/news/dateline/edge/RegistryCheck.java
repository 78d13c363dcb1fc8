package news.dateline.edge;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PostConstruct;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import news.dateline.schemas.Schemas;
import news.dateline.schemas.wire.SchemaRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the registry for every public schema before the service starts, in registry mode: a schema that is missing or
 * does not fit ends the start, not the first record. A registry that does not answer yet is waited for.
 */
@Context
@Requires(property = "dateline.serde", value = "registry")
@Requires(property = "schema.registry.url")
final class RegistryCheck {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryCheck.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String url;
    private final Duration patience;

    RegistryCheck(
            @Property(name = "schema.registry.url") String url,
            @Property(name = "dateline.registry.patience", defaultValue = "PT3M") Duration patience) {
        this.url = url;
        this.patience = patience;
    }

    @PostConstruct
    void check() {
        SchemaRegistry registry = new SchemaRegistry(url);
        Instant end = Instant.now().plus(patience);
        while (true) {
            try {
                Schemas.bySubject().forEach(registry::require);
                return;
            } catch (UncheckedIOException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                LOG.info("event=waiting-for-registry detail=\"{}\"", e.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
