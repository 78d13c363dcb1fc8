package news.dateline.ingest.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import news.dateline.Feed;
import org.junit.jupiter.api.Test;

class FeedBookTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final FeedBook book = new FeedBook();

    @Test
    void theNewestRecordHolds() {
        book.take(0, 1, "a", feed(NOW, "PT5M", null));
        book.take(0, 2, "a", feed(NOW, "PT5M", "\"e\""));
        book.take(0, 1, "a", feed(NOW, "PT9M", null));
        assertThat(book.find("a").orElseThrow().feed().getEtag()).isEqualTo("\"e\"");
        assertThat(book.strays()).isEmpty();
    }

    @Test
    void aStateThatWasWrittenOverANewerDefinitionIsMended() {
        book.take(0, 1, "a", feed(NOW, "PT5M", null));
        book.take(0, 2, "a", feed(NOW.plusSeconds(1), "PT9M", null));
        book.take(0, 3, "a", feed(NOW, "PT5M", "\"e\""));
        Feed held = book.find("a").orElseThrow().feed();
        assertThat(held.getInterval()).isEqualTo("PT9M");
        assertThat(held.getEtag()).isEqualTo("\"e\"");
        assertThat(held.getDefinedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(book.strays()).containsExactly(new FeedBook.Stray("a", 0));
        book.take(0, 4, "a", held);
        assertThat(book.strays()).isEmpty();
    }

    @Test
    void aStateThatWasWrittenOverADeletionBringsNoFeedBack() {
        book.take(0, 1, "a", feed(NOW, "PT5M", null));
        book.take(0, 2, "a", null);
        book.take(0, 3, "a", feed(NOW, "PT5M", "\"e\""));
        assertThat(book.find("a")).isEmpty();
        assertThat(book.strays()).containsExactly(new FeedBook.Stray("a", 0));
        book.take(0, 4, "a", null);
        assertThat(book.strays()).isEmpty();
    }

    @Test
    void aDeletionThatIsReadAfterTheOwnersNewerStateHolds() {
        book.take(0, 1, "a", feed(NOW, "PT5M", null));
        book.take(0, 3, "a", feed(NOW, "PT5M", "\"e\"")); // the owner's own record, ahead of what it has read
        book.take(0, 2, "a", null);
        assertThat(book.find("a")).isEmpty();
        assertThat(book.strays()).containsExactly(new FeedBook.Stray("a", 0));
    }

    @Test
    void aDefinitionThatIsReadAfterTheOwnersNewerStateHolds() {
        book.take(0, 1, "a", feed(NOW, "PT5M", null));
        book.take(0, 3, "a", feed(NOW, "PT5M", "\"e\""));
        book.take(0, 2, "a", feed(NOW.plusSeconds(1), "PT9M", null));
        Feed held = book.find("a").orElseThrow().feed();
        assertThat(held.getInterval()).isEqualTo("PT9M");
        assertThat(held.getEtag()).isEqualTo("\"e\"");
        assertThat(book.strays()).containsExactly(new FeedBook.Stray("a", 0));
    }

    @Test
    void aFeedThatIsPutAgainAfterItsDeletionIsBack() {
        book.take(0, 1, "a", feed(NOW, "PT5M", null));
        book.take(0, 2, "a", null);
        Instant again = book.nextDefinition("a", NOW.minusSeconds(60));
        assertThat(again).as("later than any before, whatever the clock says").isAfter(NOW);
        book.take(0, 3, "a", feed(again, "PT5M", null));
        assertThat(book.find("a")).isPresent();
    }

    @Test
    void whoeverAwaitsAPositionSeesWhatStandsBeforeIt() throws InterruptedException {
        book.take(1, 7, "a", feed(NOW, "PT5M", null));
        assertThat(book.await(1, 8, Duration.ZERO)).isFalse();
        book.reached(1, 8);
        assertThat(book.await(1, 8, Duration.ZERO)).isTrue();
    }

    private static Feed feed(Instant definedAt, String interval, String etag) {
        return Feed.newBuilder()
                .setId("a")
                .setUrl("https://a.example/feed")
                .setInterval(interval)
                .setDefinedAt(definedAt)
                .setEtag(etag)
                .build();
    }
}
