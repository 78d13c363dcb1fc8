package news.dateline.enrich.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.PubStatus;
import news.dateline.TagOrigin;
import news.dateline.TopicTag;
import news.dateline.enrich.comparison.Difference.Kind;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:15:30Z");

    @Test
    void everyKindOfDifferenceIsFound() {
        EnrichedArticle before = article(
                "en",
                List.of(topic("medtop:01000000", 0.9)),
                entity(EntityType.PERSON, "Amy", null),
                entity(EntityType.LOCATION, "Oslo", "Q585"),
                entity(EntityType.ORGANIZATION, "Norled", null));
        EnrichedArticle after = article(
                "no",
                List.of(topic("medtop:17000000", 0.9)),
                entity(EntityType.EVENT, "Amy", null),
                entity(EntityType.LOCATION, "Oslo", "Q1"),
                entity(EntityType.PERSON, "Kari Holm", null));

        assertThat(Comparison.of(before, after))
                .containsExactlyInAnyOrder(
                        new Difference(Kind.LANGUAGE, "a", "en", "no"),
                        new Difference(Kind.ENTITY_TYPE, "a", "PERSON Amy", "EVENT Amy"),
                        new Difference(Kind.ENTITY_LINK, "a", "LOCATION Oslo Q585", "LOCATION Oslo Q1"),
                        new Difference(Kind.ENTITY_REMOVED, "a", "ORGANIZATION Norled", ""),
                        new Difference(Kind.ENTITY_ADDED, "a", "", "PERSON Kari Holm"),
                        new Difference(Kind.TOPIC_REMOVED, "a", "medtop:01000000 arts", ""),
                        new Difference(Kind.TOPIC_ADDED, "a", "", "medtop:17000000 arts"));
    }

    @Test
    void scoresAloneAreNoDifference() {
        EnrichedArticle before =
                article("en", List.of(topic("medtop:01000000", 0.9)), entity(EntityType.PERSON, "Amy", null));
        EnrichedArticle after =
                article("en", List.of(topic("medtop:01000000", 0.8)), entity(EntityType.PERSON, "Amy", null));
        after.getEntities().get(0).setScore(0.1);

        assertThat(Comparison.of(before, after)).isEmpty();
    }

    private static EnrichedArticle article(String language, List<TopicTag> topics, Entity... entities) {
        return EnrichedArticle.newBuilder()
                .setId("a")
                .setVersion(1)
                .setStatus(PubStatus.usable)
                .setDetectedLanguage(language)
                .setTopics(topics)
                .setEntities(List.of(entities))
                .setReceivedAt(AT)
                .setEnrichedAt(AT)
                .build();
    }

    private static Entity entity(EntityType type, String name, String wikidata) {
        return Entity.newBuilder()
                .setType(type)
                .setName(name)
                .setWikidata(wikidata)
                .setScore(0.9)
                .setRecognizer("test@1")
                .build();
    }

    private static TopicTag topic(String code, double score) {
        return new TopicTag(code, "arts", score, "test@1", List.of(), TagOrigin.annotator);
    }
}
