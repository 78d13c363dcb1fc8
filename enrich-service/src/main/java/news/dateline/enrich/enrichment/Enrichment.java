package news.dateline.enrich.enrichment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.TagOrigin;
import news.dateline.TopicTag;
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

    /**
     * The same version of an article with the tags that these annotators make; what editors said of it stays, and all else,
     * {@code enrichedAt} too: where the tags are the same the record is the same. A kill has no tags.
     */
    public EnrichedArticle tagAgain(EnrichedArticle article) {
        if (article.getStatus() == PubStatus.canceled) {
            return article;
        }
        Annotations tags = annotators.annotate(ArticleText.of(article));
        List<Entity> edited = article.getEntities().stream()
                .filter(entity -> entity.getOrigin() == TagOrigin.editor)
                .toList();
        List<TopicTag> topics = article.getTopics().stream()
                .filter(topic -> topic.getOrigin() == TagOrigin.editor)
                .collect(Collectors.toCollection(ArrayList::new));
        List<String> known = topics.stream().map(TopicTag::getCode).toList();
        tags.topics().stream().filter(topic -> !known.contains(topic.getCode())).forEach(topics::add);
        return EnrichedArticle.newBuilder(article)
                .setDetectedLanguage(tags.language().equals("und") ? null : tags.language())
                .setEntities(Recognizers.join(edited, tags.entities()))
                .setTopics(topics)
                .setModels(tags.models())
                .build();
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
