package news.dateline.enrich.topology;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import news.dateline.enrich.enrichment.Annotators;
import news.dateline.enrich.enrichment.Enrichment;

/** Makes the pure core a bean: one set of annotators for the stream and for HTTP. */
@Factory
final class EnrichmentFactory {
    private static final String SETTINGS = "dateline.enrich.recognizers";

    /** Every setting below {@code dateline.enrich.recognizers}, since each recognizer has those that it likes. */
    @Singleton
    Enrichment enrichment(Environment environment) {
        Map<String, String> settings = new TreeMap<>();
        environment
                .getProperties(SETTINGS)
                .forEach((name, value) -> settings.put(name, value == null ? "" : value.toString()));
        return new Enrichment(Annotators.load(settings));
    }
}
