package news.dateline.schemas;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.dateline.Changes;
import news.dateline.Coordinates;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.Feed;
import news.dateline.Media;
import news.dateline.Mention;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.RelatedArticle;
import news.dateline.Source;
import news.dateline.Story;
import news.dateline.StoryPoint;
import news.dateline.StoryRef;
import news.dateline.StoryStatus;
import news.dateline.TagOrigin;
import news.dateline.TopicTag;
import news.dateline.Trend;
import news.dateline.TrendKind;
import org.apache.avro.specific.SpecificRecord;

/** One full record of each public type; golden bytes are made of them. */
public final class SampleRecords {
    private static final Instant AT = Instant.parse("2026-03-01T10:15:30.123Z");
    private static final String BODY =
            "The new harbour bridge in Oslo opened to traffic.\n\nFERRIES REMAIN\n\nNorled said.";

    private SampleRecords() {}

    public static List<SpecificRecord> all() {
        return List.of(raw(), enriched(), feed(), story(), trend());
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
                .setMedia(
                        List.of(new Media("https://harbour.example/dawn.jpg", "The bridge at dawn", "Harbour Agency")))
                .setUsageTerms("Not for use in Norway before noon")
                .setCopyrightNotice("© 2026 The Harbour Post")
                .setEmbargoed(AT.minusSeconds(3600))
                .setAccessibleForFree(true)
                .setTdmReservation(false)
                .setPublisherVersion("7")
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
                .setDetectedLanguage("en")
                .setSection(raw.getSection())
                .setBody(raw.getBody())
                .setSubheads(raw.getSubheads())
                .setMedia(raw.getMedia())
                .setUsageTerms(raw.getUsageTerms())
                .setCopyrightNotice(raw.getCopyrightNotice())
                .setEmbargoed(raw.getEmbargoed())
                .setAccessibleForFree(raw.getAccessibleForFree())
                .setTdmReservation(raw.getTdmReservation())
                .setPublisherVersion(raw.getPublisherVersion())
                .setEntities(List.of(oslo()))
                .setTopics(List.of(new TopicTag(
                        "medtop:04000000",
                        "economy, business and finance",
                        0.75,
                        "linear@1",
                        List.of("traffic"),
                        TagOrigin.annotator)))
                .setStory(new StoryRef("story-1", 1.0))
                .setDuplicateOf(null)
                .setRelated(List.of(new RelatedArticle("7c1d9b52-0f3e-8a11-9d2c-5b6a7e8f9012", 0.4)))
                .setChanges(
                        new Changes("Harbour bridge to open", List.of("Norled said."), List.of(), List.of("byline")))
                .setReceivedAt(AT)
                .setEnrichedAt(AT.plusMillis(250))
                .setModels(Map.of("entities", "crf@1", "topics", "linear@1", "language", "langdetect@1"))
                .build();
    }

    /** What a kill leaves of an article. */
    public static EnrichedArticle killed() {
        return EnrichedArticle.newBuilder()
                .setId(raw().getId())
                .setVersion(3)
                .setStatus(PubStatus.canceled)
                .setReason("The bridge is not open yet")
                .setReceivedAt(AT.plusSeconds(600))
                .setEnrichedAt(AT.plusSeconds(601))
                .setKilledAt(AT.plusSeconds(600))
                .build();
    }

    /** The request of a kill. */
    public static RawArticle kill() {
        return RawArticle.newBuilder()
                .setId(raw().getId())
                .setStatus(PubStatus.canceled)
                .setReason("The bridge is not open yet")
                .setReceivedAt(AT.plusSeconds(600))
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
                .setEvidence(List.of("country: NO"))
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

    public static Story story() {
        return Story.newBuilder()
                .setId("story-1")
                .setLabel("Harbour bridge opens in Oslo")
                .setLeadArticle(raw().getId())
                .setStatus(StoryStatus.active)
                .setArticleCount(2)
                .setArticles(List.of(raw().getId(), "7c1d9b52-0f3e-8a11-9d2c-5b6a7e8f9012"))
                .setFirstSeen(AT.minusSeconds(7200))
                .setLastSeen(AT)
                .setCourse(List.of(new StoryPoint(Instant.parse("2026-03-01T10:00:00Z"), 2)))
                .setEntities(List.of("Oslo"))
                .setTopics(List.of("medtop:04000000"))
                .build();
    }

    public static Trend trend() {
        return Trend.newBuilder()
                .setKind(TrendKind.entity)
                .setKey("Q585")
                .setName("Oslo")
                .setWindowStart(Instant.parse("2026-03-01T10:00:00Z"))
                .setWindowSize("PT1H")
                .setCount(9)
                .setBaseline(1.25)
                .setScore(5.1)
                .build();
    }
}
