package news.dateline.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Instant NOW = Instant.parse("2026-03-06T10:00:00Z"); // a Friday
    private static final Duration FIVE = Duration.ofMinutes(5);

    private final Schedule schedule = new Schedule(Duration.ofHours(1), Duration.ofHours(6), () -> 0);
    private final Schedule late = new Schedule(Duration.ofHours(1), Duration.ofHours(6), () -> 1);

    @Test
    void afterASuccessTheIntervalHolds() {
        assertThat(schedule.afterSuccess(NOW, FIVE, FeedPace.UNSAID, null, null))
                .isEqualTo(NOW.plus(FIVE));
        assertThat(late.afterSuccess(NOW, FIVE, FeedPace.UNSAID, null, null))
                .as("a little later, so that feeds do not march in step")
                .isEqualTo(NOW.plusSeconds(330));
    }

    @Test
    void thePublishersWishMakesItLaterAndNeverSooner() {
        FeedPace half = new FeedPace(Duration.ofMinutes(30), Set.of(), Set.of());
        assertThat(schedule.afterSuccess(NOW, FIVE, half, null, null)).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(schedule.afterSuccess(NOW, FIVE, FeedPace.UNSAID, Duration.ofMinutes(10), null))
                .isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(schedule.afterSuccess(NOW, FIVE, FeedPace.UNSAID, Duration.ofSeconds(1), null))
                .isEqualTo(NOW.plus(FIVE));
    }

    @Test
    void noWishMakesItLaterThanTheBoundButAnIntervalMay() {
        FeedPace monthly = new FeedPace(Duration.ofDays(31), Set.of(), Set.of());
        assertThat(schedule.afterSuccess(NOW, FIVE, monthly, null, null)).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(schedule.afterSuccess(NOW, Duration.ofHours(3), monthly, null, null))
                .isEqualTo(NOW.plus(Duration.ofHours(3)));
    }

    @Test
    void aFeedThatSeldomHasNewsIsAskedLessOftenWithinBounds() {
        assertThat(schedule.afterSuccess(NOW, FIVE, FeedPace.UNSAID, null, Duration.ofMinutes(24)))
                .isEqualTo(NOW.plus(Duration.ofMinutes(12)));
        assertThat(schedule.afterSuccess(NOW, FIVE, FeedPace.UNSAID, null, Duration.ofDays(9)))
                .isEqualTo(NOW.plus(Duration.ofMinutes(20)));
        assertThat(schedule.afterSuccess(NOW, FIVE, FeedPace.UNSAID, null, Duration.ofSeconds(9)))
                .isEqualTo(NOW.plus(FIVE));
    }

    @Test
    void hoursAndDaysThatThePublisherSkipsAreSkipped() {
        FeedPace hours = new FeedPace(null, Set.of(10, 11), Set.of());
        assertThat(schedule.afterSuccess(NOW, FIVE, hours, null, null))
                .isEqualTo(Instant.parse("2026-03-06T12:00:00Z"));
        FeedPace days = new FeedPace(null, Set.of(0), Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY));
        assertThat(schedule.afterSuccess(NOW, FIVE, days, null, null)).isEqualTo(Instant.parse("2026-03-08T01:00:00Z"));
    }

    @Test
    void aPublisherThatSkipsAlwaysIsNotHeard() {
        FeedPace never = new FeedPace(null, Set.of(), Set.of(DayOfWeek.values()));
        assertThat(schedule.afterSuccess(NOW, FIVE, never, null, null)).isEqualTo(NOW.plus(FIVE));
    }

    @Test
    void failuresDoubleTheWaitUpToABoundWithJitter() {
        assertThat(schedule.afterFailure(NOW, FIVE, 1, null)).isEqualTo(NOW.plusSeconds(225));
        assertThat(late.afterFailure(NOW, FIVE, 1, null)).isEqualTo(NOW.plusSeconds(375));
        assertThat(schedule.afterFailure(NOW, FIVE, 3, null)).isEqualTo(NOW.plusSeconds(4 * 225));
        assertThat(schedule.afterFailure(NOW, FIVE, 1_000, null)).isEqualTo(NOW.plusSeconds(6 * 3600 * 3 / 4));
    }

    @Test
    void retryAfterIsObeyedWithinADay() {
        assertThat(schedule.afterFailure(NOW, FIVE, 1, Duration.ofHours(2))).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(schedule.afterFailure(NOW, FIVE, 1, Duration.ofSeconds(1))).isEqualTo(NOW.plusSeconds(225));
        assertThat(schedule.afterFailure(NOW, FIVE, 1, Duration.ofDays(900))).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void theRhythmIsLearned() {
        Rhythm rhythm = Rhythm.UNKNOWN;
        for (int hour = 0; hour < 10; hour++) {
            rhythm = rhythm.news(NOW.plus(Duration.ofHours(hour)));
        }
        assertThat(rhythm.usualGap()).isEqualTo(Duration.ofHours(1));
        assertThat(rhythm.longestGap()).isEqualTo(Duration.ofHours(1));
        assertThat(rhythm.lastNews()).isEqualTo(NOW.plus(Duration.ofHours(9)));
    }

    @Test
    void aFeedIsSilentByItsOwnRhythm() {
        Rhythm hourly = new Rhythm(NOW, Duration.ofHours(1), Duration.ofHours(2));
        Duration atLeast = Duration.ofHours(1);
        assertThat(hourly.isSilent(NOW.plus(Duration.ofHours(5)), atLeast)).isFalse();
        assertThat(hourly.isSilent(NOW.plus(Duration.ofHours(7)), atLeast)).isTrue();
        Rhythm busy = new Rhythm(NOW, Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(busy.isSilent(NOW.plus(Duration.ofMinutes(30)), atLeast)).isFalse();
        assertThat(busy.isSilent(NOW.plus(Duration.ofMinutes(61)), atLeast)).isTrue();
        assertThat(Rhythm.UNKNOWN.isSilent(NOW, atLeast)).isFalse();
    }

    @Test
    void aLongPauseIsRememberedForSomeWeeks() {
        Rhythm afterWeekend =
                new Rhythm(NOW, Duration.ofMinutes(10), Duration.ofHours(1)).news(NOW.plus(Duration.ofHours(60)));
        Rhythm aWeekLater = afterWeekend;
        for (int hour = 1; hour <= 7 * 24; hour++) {
            aWeekLater = aWeekLater.news(NOW.plus(Duration.ofHours(60 + hour)));
        }
        assertThat(aWeekLater.longestGap()).isBetween(Duration.ofHours(29), Duration.ofHours(31));
    }
}
