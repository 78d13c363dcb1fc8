package news.dateline.ingest.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.DoubleSupplier;

/**
 * When a feed is asked again.
 *
 * <p>After a success: after the subscription's interval; later where the publisher wishes it ({@code ttl},
 * {@code updatePeriod}, {@code Cache-Control: max-age}) or the feed has news far more seldom, but no later than
 * {@code longest}; never in an hour or on a day that the publisher skips. After a failure: after the interval, doubled
 * with each failure in a row, no later than {@code longestBackoff}, and not before {@code Retry-After}. Every wait
 * varies a little, so that feeds do not march in step.
 *
 * @param longest longest wait that a wish or a slow rhythm leads to; a longer interval holds all the same
 * @param longestBackoff longest wait after failures
 * @param random numbers from 0 to 1
 */
public record Schedule(Duration longest, Duration longestBackoff, DoubleSupplier random) {
    private static final int STRETCH = 4;
    private static final double SUCCESS_JITTER = 0.1;
    private static final double FAILURE_JITTER = 0.5;
    private static final int HOURS_AHEAD = 8 * 24;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    /**
     * When to ask again after an answer.
     *
     * @param interval the subscription's interval
     * @param pace what the feed wishes
     * @param maxAge what HTTP says, or {@code null}
     * @param usualGap the feed's own rhythm, or {@code null}
     */
    public Instant afterSuccess(Instant now, Duration interval, FeedPace pace, Duration maxAge, Duration usualGap) {
        Duration wait = interval;
        wait = max(wait, min(longest, pace.atLeast()));
        wait = max(wait, min(longest, maxAge));
        if (usualGap != null) {
            Duration seldom = min(usualGap.dividedBy(2), interval.multipliedBy(STRETCH));
            wait = max(wait, min(longest, seldom));
        }
        return unskipped(now.plus(varied(wait, 1, SUCCESS_JITTER)), pace);
    }

    /**
     * When to ask again after a failure.
     *
     * @param failures failures in a row, this one counted
     * @param retryAfter what the server asks for, or {@code null}
     */
    public Instant afterFailure(Instant now, Duration interval, int failures, Duration retryAfter) {
        int doublings = Math.min(Math.max(failures - 1, 0), 20);
        Duration most = max(longestBackoff, interval);
        Duration wait =
                interval.compareTo(most.dividedBy(1L << doublings)) > 0 ? most : interval.multipliedBy(1L << doublings);
        Instant next = now.plus(varied(wait, 1 - FAILURE_JITTER / 2, FAILURE_JITTER));
        Instant asked = retryAfter == null ? next : now.plus(min(LONGEST_RETRY_AFTER, retryAfter));
        return next.isAfter(asked) ? next : asked;
    }

    private Duration varied(Duration wait, double from, double spread) {
        return Duration.ofMillis(Math.round(wait.toMillis() * (from + spread * random.getAsDouble())));
    }

    private static Instant unskipped(Instant next, FeedPace pace) {
        ZonedDateTime time = next.atZone(ZoneOffset.UTC);
        for (int i = 0; i < HOURS_AHEAD && skipped(time, pace); i++) {
            time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return time.toInstant();
    }

    private static boolean skipped(ZonedDateTime time, FeedPace pace) {
        return pace.skipHours().contains(time.getHour()) || pace.skipDays().contains(time.getDayOfWeek());
    }

    private static Duration max(Duration one, Duration other) {
        return other == null || one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration min(Duration one, Duration other) {
        return other == null || one.compareTo(other) > 0 ? other : one;
    }
}
