package news.dateline.enrich.enrichment;

import java.time.Instant;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.enrich.annotate.ArticleText;
import org.apache.avro.Schema;

/** Makes the enriched article of a raw one. Pure and thread-safe. */
public final class Enrichment {
    private final Annotators annotators;

    public Enrichment(Annotators annotators) {
        this.annotators = annotators;
    }

    /**
     * The article with its tags.
     *
     * @param version number of this version
     * @param at when the tags are made
     */
    public EnrichedArticle enrich(RawArticle article, int version, Instant at) {
        EnrichedArticle enriched = copied(article, version, at);
        Annotations tags = annotators.annotate(ArticleText.of(article));
        if (!tags.language().equals("und")) {
            enriched.setDetectedLanguage(tags.language());
            if (enriched.getLanguage() == null) {
                enriched.setLanguage(tags.language());
            }
        }
        enriched.setEntities(tags.entities());
        enriched.setTopics(tags.topics());
        enriched.setModels(tags.models());
        return enriched;
    }

    /** The record of a killed article: what it was is gone. */
    public static EnrichedArticle killed(RawArticle kill, int version, Instant killedAt, Instant at) {
        return EnrichedArticle.newBuilder()
                .setId(kill.getId())
                .setVersion(version)
                .setStatus(PubStatus.canceled)
                .setReason(kill.getReason())
                .setReceivedAt(kill.getReceivedAt())
                .setEnrichedAt(at)
                .setKilledAt(killedAt)
                .build();
    }

    /** Both schemas name the same things the same, so the text is copied by name. */
    private static EnrichedArticle copied(RawArticle article, int version, Instant at) {
        EnrichedArticle enriched = EnrichedArticle.newBuilder()
                .setId(article.getId())
                .setVersion(version)
                .setStatus(PubStatus.usable)
                .setReceivedAt(article.getReceivedAt())
                .setEnrichedAt(at)
                .build();
        for (Schema.Field field : article.getSchema().getFields()) {
            Object value = article.get(field.pos());
            if (value != null) {
                enriched.put(enriched.getSchema().getField(field.name()).pos(), value);
            }
        }
        return enriched;
    }
}
