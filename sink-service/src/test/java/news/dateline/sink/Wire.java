package news.dateline.sink;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.Mention;
import news.dateline.PubStatus;
import news.dateline.Source;
import news.dateline.TagOrigin;
import news.dateline.TopicTag;

/** Articles as enrich-service would send them. */
public final class Wire {
    public static final Instant RECEIVED = Instant.parse("2026-03-01T08:00:00Z");

    private Wire() {}

    /** A usable article in English with one person, one place and one topic. */
    public static EnrichedArticle.Builder article(String id, int version, String source) {
        String headline = "Harbour of Lindau opens again";
        String body =
                "LINDAU - Marta Quelle opened the harbour on Monday.\n\nFerries run again, version " + version + ".";
        return EnrichedArticle.newBuilder()
                .setId(id)
                .setVersion(version)
                .setStatus(PubStatus.usable)
                .setSource(new Source(source, "Source " + source))
                .setHeadline(headline)
                .setStandfirst(List.of("Storm damage is mended"))
                .setByline(List.of("Ida Feder"))
                .setDateline("LINDAU")
                .setLanguage("en")
                .setBody(body)
                .setEntities(List.of(
                        entity(EntityType.PERSON, "Marta Quelle", null, body),
                        entity(EntityType.LOCATION, "Lindau", "Q6853", headline)))
                .setTopics(List.of(topic("medtop:20000763", "water transport"))) // broader chain ends in 04000000
                .setReceivedAt(RECEIVED.plusSeconds(version))
                .setEnrichedAt(RECEIVED.plusSeconds(version + 1))
                .setModels(Map.of("language", "test-1"));
    }

    public static EnrichedArticle kill(String id, int version, String source) {
        return EnrichedArticle.newBuilder()
                .setId(id)
                .setVersion(version)
                .setStatus(PubStatus.canceled)
                .setSource(new Source(source, "Source " + source))
                .setReason("wrong person named")
                .setReceivedAt(RECEIVED.plusSeconds(version))
                .setEnrichedAt(RECEIVED.plusSeconds(version))
                .setKilledAt(RECEIVED.plusSeconds(version))
                .build();
    }

    public static Entity entity(EntityType type, String name, String wikidata, String text) {
        int start = Math.max(0, text.indexOf(name));
        String field = text.contains("\n") ? "body" : "headline";
        return Entity.newBuilder()
                .setType(type)
                .setName(name)
                .setScore(0.9)
                .setWikidata(wikidata)
                .setSalience(0.4)
                .setRecognizer("test-1")
                .setMentions(List.of(new Mention(field, start, start + name.length(), name)))
                .build();
    }

    public static TopicTag topic(String code, String name) {
        return new TopicTag(code, name, 0.8, "test-1", List.of(), TagOrigin.annotator);
    }
}
