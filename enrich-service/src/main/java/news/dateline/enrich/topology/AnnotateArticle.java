package news.dateline.enrich.topology;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import news.dateline.EnrichedArticle;
import news.dateline.enrich.enrichment.Enrichment;
import news.dateline.enrich.versions.ArticleState;
import news.dateline.enrich.versions.NewVersion;
import news.dateline.schemas.topics.EventHeaders;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Gives each new version its tags, and the record the headers of a new event; the trace context goes on. */
final class AnnotateArticle extends ContextualFixedKeyProcessor<String, NewVersion, EnrichedArticle> {
    private final Enrichment enrichment;
    private final Clock clock;

    AnnotateArticle(Enrichment enrichment, Clock clock) {
        this.enrichment = enrichment;
        this.clock = clock;
    }

    @Override
    public void process(FixedKeyRecord<String, NewVersion> record) {
        ArticleState state = record.value().state();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean killed = state.getKilledAt() != null;
        EnrichedArticle enriched = killed
                ? Enrichment.killed(record.value().article(), state.getVersion(), state.getKilledAt(), now)
                : enrichment.enrich(record.value().article(), state.getVersion(), now);
        enriched.setChanges(record.value().changes());
        EventHeaders.put(
                record.headers(),
                "enrich-service",
                killed ? "news.dateline.article.killed" : "news.dateline.article.enriched",
                record.key() + "/" + state.getVersion(),
                record.key(),
                now);
        context().forward(record.withValue(enriched));
    }
}
