package news.dateline.schemas;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.dateline.Coordinates;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.Feed;
import news.dateline.Media;
import news.dateline.Mention;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.Source;
import news.dateline.StoryRef;
import news.dateline.TopicTag;
import org.apache.avro.specific.SpecificRecord;

/** One full record of each public type; golden bytes are made of them. */
public final class SampleRecords {
    private static final Instant AT = Instant.parse("2026-03-01T10:15:30.123Z");
    private static final String BODY =
            "The new harbour bridge in Oslo opened to traffic.\n\nFERRIES REMAIN\n\nNorled said.";

    private SampleRecords() {}

    public static List<SpecificRecord> all() {
        return List.of(raw(), enriched(), feed());
    }

    public static RawArticle raw() {
        return RawArticle.newBuilder()
                .setId("3f0e7c61-9a77-8d0e-b5f4-0c6f0a4d8b11")
                .setStatus(PubStatus.usable)
                .setSource(new Source("harbour-post", "The Harbour Post"))
                .setUri("urn:harbour-post:4711")
                .setUrl("https://harbour.example/bridge")
                .setHeadline("Harbour bridge opens in Oslo")
                .setStandfirst(List.of("Traffic begins at noon"))
                .setByline(List.of("Kari Holm"))
                .setCredit("Harbour Agency")
                .setDateline("OSLO")
                .setPublishedAt("2026-03-01")
                .setUpdatedAt("2026-03-01T12:00:00+01:00")
                .setLanguage("en")
                .setSection("City")
                .setBody(BODY)
                .setSubheads(List.of("FERRIES REMAIN"))
                .setMedia(List.of(new Media(null, "The bridge at dawn", "Harbour Agency")))
                .setReceivedAt(AT)
                .build();
    }

    public static EnrichedArticle enriched() {
        RawArticle raw = raw();
        return EnrichedArticle.newBuilder()
                .setId(raw.getId())
                .setVersion(2)
                .setStatus(PubStatus.usable)
                .setSource(raw.getSource())
                .setUri(raw.getUri())
                .setUrl(raw.getUrl())
                .setHeadline(raw.getHeadline())
                .setStandfirst(raw.getStandfirst())
                .setByline(raw.getByline())
                .setCredit(raw.getCredit())
                .setDateline(raw.getDateline())
                .setPublishedAt(raw.getPublishedAt())
                .setUpdatedAt(raw.getUpdatedAt())
                .setLanguage(raw.getLanguage())
                .setSection(raw.getSection())
                .setBody(raw.getBody())
                .setSubheads(raw.getSubheads())
                .setMedia(raw.getMedia())
                .setEntities(List.of(oslo()))
                .setTopics(List.of(
                        new TopicTag("medtop:04000000", "economy, business and finance", 0.75, "linear@1", List.of())))
                .setStory(new StoryRef("story-1", 1.0))
                .setDuplicateOf(null)
                .setReceivedAt(AT)
                .setEnrichedAt(AT.plusMillis(250))
                .setModels(Map.of("entities", "crf@1", "topics", "linear@1", "language", "langdetect@1"))
                .build();
    }

    private static Entity oslo() {
        return Entity.newBuilder()
                .setType(EntityType.LOCATION)
                .setName("Oslo")
                .setScore(0.5)
                .setWikidata("Q585")
                .setGeonames(3143244L)
                .setCountry("NO")
                .setCoordinates(new Coordinates(59.9, 10.75))
                .setSalience(0.25)
                .setRecognizer("crf@1")
                .setMentions(List.of(new Mention("headline", 24, 28, "Oslo"), new Mention("body", 26, 30, "Oslo")))
                .build();
    }

    public static Feed feed() {
        return Feed.newBuilder()
                .setId("harbour")
                .setUrl("https://harbour.example/feed.xml")
                .setInterval("PT5M")
                .setFullText(true)
                .setEtag("\"abc\"")
                .setLastSuccess(AT)
                .build();
    }
}
