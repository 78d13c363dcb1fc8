package news.dateline.client;

import java.time.Instant;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.Source;

/** Articles for tests. */
final class Articles {
    static final Instant AT = Instant.parse("2026-03-01T10:15:30Z");

    private Articles() {}

    static EnrichedArticle enriched(String id, int version, PubStatus status) {
        return EnrichedArticle.newBuilder()
                .setId(id)
                .setVersion(version)
                .setStatus(status)
                .setHeadline(status == PubStatus.canceled ? null : "Ferry " + id + " is late")
                .setReceivedAt(AT)
                .setEnrichedAt(AT)
                .build();
    }

    static RawArticle.Builder raw() {
        return RawArticle.newBuilder()
                .setSource(new Source("harbour-post", "The Harbour Post"))
                .setUri("urn:harbour-post:4711")
                .setHeadline("The ferry is late")
                .setBody("It waits for the tide.");
    }
}
