package news.dateline.enrich.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersioningTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private ArticleState state;

    @Test
    void theFirstSightIsVersionOne() {
        assertThat(publish(article("Text")).state().getVersion()).isEqualTo(1);
    }

    @Test
    void theSameContentAgainIsNothingNew() {
        publish(article("Text"));
        RawArticle repeat = article("Text");
        repeat.setReceivedAt(NOON.plusSeconds(60));
        repeat.setUpdatedAt("2026-03-02");
        repeat.setStatus(PubStatus.usable);
        assertThat(arrive(repeat).isNews()).isFalse();
    }

    @Test
    void aChangeAndAReturnToTheOlderTextAreVersions() {
        publish(article("Text"));
        NewVersion second = publish(article("Other text"));
        NewVersion third = publish(article("Text"));
        assertThat(List.of(second.state().getVersion(), third.state().getVersion()))
                .containsExactly(2, 3);
    }

    @Test
    void aKillIsAVersionAndAKillOfTheKilledIsNone() {
        publish(article("Text"));
        NewVersion killed = publish(kill());
        assertThat(killed.state().getVersion()).isEqualTo(2);
        assertThat(killed.state().getKilledAt()).isEqualTo(NOON);
        assertThat(arrive(kill()).isNews()).isFalse();
    }

    @Test
    void aKilledArticleStaysKilledUnlessItSaysUsable() {
        publish(kill());
        assertThat(arrive(article("Text")).isNews()).isFalse();
    }

    @Test
    void aNewerUsableArticleRevivesWithTheNextVersion() {
        publish(kill());
        RawArticle back = usable("Text", null, null);
        assertThat(publish(back).state().getVersion()).isEqualTo(2);
        assertThat(state.getKilledAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01T12:00:01Z,true", "2026-03-01T11:59:59Z,false", "2026-03-01,false", "2026-03-02,true"})
    void whetherAnArticleIsNewerThanTheKillIsToldByItsUpdate(String updatedAt, boolean revives) {
        publish(kill());
        assertThat(arrive(usable("Text", null, updatedAt)).isNews()).isEqualTo(revives);
    }

    @Test
    void anOlderVersionNumberThanTheKilledOneDoesNotRevive() {
        publish(usable("Text", "4", null));
        publish(kill());
        assertThat(arrive(usable("Older", "3", null)).isNews()).isFalse();
        assertThat(arrive(usable("Newer", "5", null)).isNews()).isTrue();
    }

    @Test
    void whatIsWithheldIsAnotherVersion() {
        publish(article("Text"));
        RawArticle withheld = article("Text");
        withheld.setStatus(PubStatus.withheld);
        assertThat(publish(withheld).state().getVersion()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"10,9", "1.10,1.9", "v3,v2", "2,01", "b,a"})
    void aLateArrivalOfALowerVersionNumberChangesNothing(String newer, String older) {
        publish(usable("Newer", newer, null));
        assertThat(arrive(usable("Older", older, null)).isNews()).isFalse();
        assertThat(arrive(usable("Newest", newer, null)).isNews()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00+01:00,2026-03-01T10:59:59Z,false",
        "2026-03-01T12:00:00+01:00,2026-03-01T11:00:00Z,true",
        "2026-03-02,2026-03-01,false",
        "2026-03-01,2026-03-01T00:00:01Z,true",
        "2026-03-01T20:00:00Z,2026-03-01,true",
    })
    void aLateArrivalOfAnEarlierUpdateChangesNothing(String known, String arriving, boolean news) {
        publish(usable("Known", null, known));
        assertThat(arrive(usable("Arriving", null, arriving)).isNews()).isEqualTo(news);
    }

    @Test
    void arrivalsWithoutNumberAndTimeCountInTheirOrderAndHideNoOlderNumber() {
        publish(usable("Third", "3", null));
        publish(article("Unnumbered"));
        assertThat(arrive(usable("Second", "2", null)).isNews()).isFalse();
    }

    @Test
    void aKillByTheDeskHoldsHoweverLateTheArticleSaysItWasUpdated() {
        publish(usable("Text", "9", "2027-01-01T00:00:00Z"));
        assertThat(arrive(kill()).isNews()).isTrue();
    }

    @Test
    void theNextVersionTellsWhatChanged() {
        publish(article("One.\n\nTwo."));
        RawArticle corrected = article("One.\n\nThree.");
        corrected.setHeadline("Better");
        NewVersion second = publish(corrected);
        assertThat(second.changes().getHeadlineBefore()).isEqualTo("Headline");
        assertThat(second.changes().getParagraphsRemoved()).containsExactly("Two.");
    }

    @Test
    void nothingIsToldOfWhatWasKilled() {
        publish(article("Secret."));
        assertThat(publish(kill()).changes()).isNull();
        assertThat(state.getFormer().hasRemaining()).isFalse();
        assertThat(publish(usable("Text", null, null)).changes()).isNull();
    }

    private Arrival arrive(RawArticle article) {
        return Versioning.arrive(state, article);
    }

    private NewVersion publish(RawArticle article) {
        Arrival arrival = arrive(article);
        assertThat(arrival.isNews()).isTrue();
        NewVersion version = Versioning.publish(arrival.state(), article);
        state = version.state();
        return version;
    }

    private static RawArticle usable(String body, String number, String updatedAt) {
        RawArticle article = article(body);
        article.setStatus(PubStatus.usable);
        article.setPublisherVersion(number);
        article.setUpdatedAt(updatedAt);
        return article;
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
