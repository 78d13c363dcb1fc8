package news.dateline.ingest.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import news.dateline.Feed;
import news.dateline.FeedStatus;
import news.dateline.RawArticle;
import news.dateline.SeenItem;
import news.dateline.Source;
import news.dateline.ingest.feeds.FeedPace;
import news.dateline.ingest.feeds.Schedule;
import org.junit.jupiter.api.Test;

class FeedStatesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z"); // a Monday
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final Schedule SCHEDULE = new Schedule(Duration.ofHours(1), Duration.ofHours(6), () -> 0);

    private final Feed fresh = FeedStates.put(null, "harbour", "https://a.example/feed", FIVE, false, NOW);

    @Test
    void aNewSubscriptionIsPolledAtOnce() {
        assertThat(fresh.getNextPoll()).isEqualTo(NOW);
        assertThat(fresh.getInterval()).isEqualTo("PT5M");
        assertThat(fresh.getStatus()).isEqualTo(FeedStatus.active);
    }

    @Test
    void whatWasReadIsRemembered() {
        Feed next = after(fresh, read(List.of(article("a")), List.of(new SeenItem(1L, 2L, 0)), false, null));
        assertThat(next.getEtag()).isEqualTo("\"e\"");
        assertThat(next.getLastModified()).isEqualTo("lm");
        assertThat(next.getTitle()).isEqualTo("The Post");
        assertThat(next.getLastSuccess()).isEqualTo(NOW);
        assertThat(next.getLastItem()).isEqualTo(NOW);
        assertThat(next.getItemsSeen()).isEqualTo(1);
        assertThat(next.getSeen()).containsExactly(new SeenItem(1L, 2L, 0));
        assertThat(next.getPermanentUrl()).isEqualTo("https://b.example/feed");
        assertThat(next.getNextPoll()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void thePublishersWishHoldsWhenTheFeedIsUnchanged() {
        Feed read = after(fresh, read(List.of(), List.of(), false, null));
        Feed same = after(read, new Visit.Same(null, null));
        assertThat(same.getNextPoll()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(same.getEtag()).isEqualTo("\"e\"");
        assertThat(read.getSkipDays()).containsExactly(7);
    }

    @Test
    void anIncompleteDocumentIsFetchedAgainWithoutConditions() {
        Feed next = after(fresh, read(List.of(article("a")), List.of(new SeenItem(1L, 2L, 0)), false, "cut off"));
        assertThat(next.getEtag()).isNull();
        assertThat(next.getError()).isEqualTo("cut off");
        assertThat(next.getFailures()).isEqualTo(1);
        assertThat(next.getSeen()).containsExactly(new SeenItem(1L, 2L, 0));
    }

    @Test
    void whatWasLeftForTheNextPollIsFetchedAtOnceWithoutConditions() {
        Feed next = after(fresh, read(List.of(article("a")), List.of(new SeenItem(1L, 2L, 0)), true, null));
        assertThat(next.getEtag()).isNull();
        assertThat(next.getNextPoll()).isEqualTo(NOW);
        assertThat(next.getFailures()).isZero();
    }

    @Test
    void aFailureKeepsWhatIsKnownAndWaits() {
        Feed read = after(fresh, read(List.of(article("a")), List.of(new SeenItem(1L, 2L, 0)), false, null));
        Feed failed = after(after(read, new Visit.Failed("HTTP 500", null)), new Visit.Failed("HTTP 503", null));
        assertThat(failed.getFailures()).isEqualTo(2);
        assertThat(failed.getError()).isEqualTo("HTTP 503");
        assertThat(failed.getEtag()).isEqualTo("\"e\"");
        assertThat(failed.getSeen()).hasSize(1);
        assertThat(failed.getNextPoll()).isEqualTo(NOW.plus(Duration.ofSeconds(450)));
        Feed again = after(failed, new Visit.Same(null, null));
        assertThat(again.getFailures()).isZero();
        assertThat(again.getError()).isNull();
    }

    @Test
    void aFeedThatIsGoneIsPolledNoMoreUntilItIsPutAgain() {
        Feed gone = after(fresh, new Visit.Gone());
        assertThat(gone.getStatus()).isEqualTo(FeedStatus.gone);
        assertThat(gone.getNextPoll()).isNull();
        Feed again = FeedStates.put(gone, "harbour", gone.getUrl(), FIVE, false, NOW.plusSeconds(9));
        assertThat(again.getStatus()).isEqualTo(FeedStatus.active);
        assertThat(again.getNextPoll()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void anotherAddressForgetsTheValidatorsButNotTheItems() {
        Feed read = after(fresh, read(List.of(article("a")), List.of(new SeenItem(1L, 2L, 0)), false, null));
        Feed moved = FeedStates.put(read, "harbour", "https://c.example/feed", FIVE, false, NOW);
        assertThat(moved.getEtag()).isNull();
        assertThat(moved.getPermanentUrl()).isNull();
        assertThat(moved.getSeen()).hasSize(1);
    }

    @Test
    void itemsThatLeaveTheDocumentAreRememberedForAWhile() {
        List<SeenItem> many =
                LongStream.range(0, 400).mapToObj(i -> new SeenItem(i, i, 0)).toList();
        Feed next =
                after(after(fresh, read(List.of(), many, false, null)), read(List.of(), many(1_000, 300), false, null));
        assertThat(next.getSeen()).hasSize(600).contains(new SeenItem(0L, 0L, 0), new SeenItem(1_000L, 1_000L, 0));
        assertThat(next.getSeen().get(0)).isEqualTo(new SeenItem(1_000L, 1_000L, 0));
    }

    @Test
    void datesAreNoContentAndTextIs() {
        RawArticle one = article("a");
        RawArticle dated = RawArticle.newBuilder(one)
                .setPublishedAt("2026-03-02")
                .setReceivedAt(NOW.plusSeconds(1))
                .build();
        RawArticle edited = RawArticle.newBuilder(one).setBody("Another text.").build();
        assertThat(ItemHash.of(dated)).isEqualTo(ItemHash.of(one));
        assertThat(ItemHash.of(edited).getItem()).isEqualTo(ItemHash.of(one).getItem());
        assertThat(ItemHash.of(edited).getContent())
                .isNotEqualTo(ItemHash.of(one).getContent());
    }

    private static List<SeenItem> many(long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(i -> new SeenItem(i, i, 0))
                .toList();
    }

    private static Feed after(Feed feed, Visit visit) {
        return FeedStates.after(feed, visit, NOW, SCHEDULE);
    }

    private static Visit.Read read(List<RawArticle> fresh, List<SeenItem> known, boolean more, String incomplete) {
        FeedPace pace = new FeedPace(Duration.ofMinutes(15), Set.of(), Set.of(DayOfWeek.SUNDAY));
        FeedPace weekday = new FeedPace(Duration.ofMinutes(15), Set.of(), Set.of());
        return new Visit.Read(
                "The Post",
                fresh,
                known,
                more,
                incomplete,
                "\"e\"",
                "lm",
                fresh.isEmpty() && known.isEmpty() ? pace : weekday,
                null,
                "https://b.example/feed");
    }

    private static RawArticle article(String id) {
        return RawArticle.newBuilder()
                .setId(id)
                .setSource(new Source("post", "The Post"))
                .setHeadline("Bridge opens")
                .setBody("At noon.")
                .setReceivedAt(NOW)
                .build();
    }
}
