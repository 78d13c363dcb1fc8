package news.dateline.enrich.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.Source;
import org.junit.jupiter.api.Test;

class VersioningTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void theFirstSightIsVersionOne() {
        assertThat(Versioning.next(null, article("Text")).getVersion()).isEqualTo(1);
    }

    @Test
    void theSameContentAgainIsNothingNew() {
        ArticleState known = Versioning.next(null, article("Text"));
        RawArticle repeat = article("Text");
        repeat.setReceivedAt(NOON.plusSeconds(60));
        repeat.setUpdatedAt("2026-03-02");
        repeat.setStatus(PubStatus.usable);
        assertThat(Versioning.next(known, repeat)).isNull();
    }

    @Test
    void aChangeAndAReturnToTheOlderTextAreVersions() {
        ArticleState first = Versioning.next(null, article("Text"));
        ArticleState second = Versioning.next(first, article("Other text"));
        ArticleState third = Versioning.next(second, article("Text"));
        assertThat(List.of(second.getVersion(), third.getVersion())).containsExactly(2, 3);
    }

    @Test
    void aKillIsAVersionAndAKillOfTheKilledIsNone() {
        ArticleState known = Versioning.next(null, article("Text"));
        ArticleState killed = Versioning.next(known, kill());
        assertThat(killed.getVersion()).isEqualTo(2);
        assertThat(killed.getKilledAt()).isEqualTo(NOON);
        assertThat(Versioning.next(killed, kill())).isNull();
    }

    @Test
    void aKilledArticleStaysKilledUnlessItSaysUsable() {
        ArticleState killed = Versioning.next(null, kill());
        assertThat(Versioning.next(killed, article("Text"))).isNull();
    }

    @Test
    void aNewerUsableArticleRevivesWithTheNextVersion() {
        ArticleState killed = Versioning.next(null, kill());
        RawArticle back = article("Text");
        back.setStatus(PubStatus.usable);
        assertThat(Versioning.next(killed, back).getVersion()).isEqualTo(2);
        back.setUpdatedAt("2026-03-01T12:00:01Z");
        assertThat(Versioning.next(killed, back).getKilledAt()).isNull();
    }

    @Test
    void anArticleFromBeforeTheKillDoesNotRevive() {
        ArticleState killed = Versioning.next(null, kill());
        RawArticle older = article("Text");
        older.setStatus(PubStatus.usable);
        older.setUpdatedAt("2026-03-01T11:59:59Z");
        assertThat(Versioning.next(killed, older)).isNull();
        older.setUpdatedAt("2026-03-01");
        assertThat(Versioning.next(killed, older)).isNull();
    }

    @Test
    void whatIsWithheldIsAnotherVersion() {
        ArticleState known = Versioning.next(null, article("Text"));
        RawArticle withheld = article("Text");
        withheld.setStatus(PubStatus.withheld);
        assertThat(Versioning.next(known, withheld).getVersion()).isEqualTo(2);
    }

    private static RawArticle article(String body) {
        return RawArticle.newBuilder()
                .setId("a")
                .setSource(new Source("s", "S"))
                .setHeadline("Headline")
                .setBody(body)
                .setReceivedAt(NOON)
                .build();
    }

    private static RawArticle kill() {
        return RawArticle.newBuilder()
                .setId("a")
                .setStatus(PubStatus.canceled)
                .setReceivedAt(NOON)
                .build();
    }
}
