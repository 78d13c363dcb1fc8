package news.dateline.enrich.topology;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.util.Map;
import news.dateline.enrich.enrichment.Annotators;
import news.dateline.enrich.enrichment.Enrichment;

/** Makes the pure core a bean: one set of annotators for the stream and for HTTP. */
@Factory
final class EnrichmentFactory {
    @Singleton
    Enrichment enrichment(
            @Property(name = "dateline.enrich.recognizers.time-limit") String timeLimit,
            @Property(name = "dateline.enrich.recognizers.opennlp.models") String openNlpModels) {
        return new Enrichment(Annotators.load(Map.of("time-limit", timeLimit, "opennlp.models", openNlpModels)));
    }
}
