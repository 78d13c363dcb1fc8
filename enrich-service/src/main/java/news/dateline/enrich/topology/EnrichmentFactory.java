package news.dateline.enrich.topology;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import news.dateline.enrich.enrichment.Annotators;
import news.dateline.enrich.enrichment.Enrichment;

/** Makes the pure core a bean: one set of annotators for the stream and for HTTP. */
@Factory
final class EnrichmentFactory {
    @Singleton
    Enrichment enrichment() {
        return new Enrichment(Annotators.load());
    }
}
