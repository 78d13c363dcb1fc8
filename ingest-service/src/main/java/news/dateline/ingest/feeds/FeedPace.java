package news.dateline.ingest.feeds;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;

/**
 * How often the publisher wants to be asked: RSS 2.0 {@code ttl}, {@code skipHours} and {@code skipDays}, and the
 * syndication module's {@code updatePeriod} and {@code updateFrequency}.
 *
 * @param atLeast time between two polls, {@code null} where the publisher does not say
 * @param skipHours hours of the day, UTC, in which the feed does not change
 * @param skipDays days, UTC, on which the feed does not change
 */
public record FeedPace(Duration atLeast, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
    /** A publisher that says nothing about it. */
    public static final FeedPace UNSAID = new FeedPace(null, Set.of(), Set.of());

    /** Copies the sets; a publisher that would skip every hour or day has said nothing. */
    public FeedPace {
        skipHours = skipHours.size() >= 24 ? Set.of() : Set.copyOf(skipHours);
        skipDays = skipDays.size() >= 7 ? Set.of() : Set.copyOf(skipDays);
    }
}
