package news.dateline.ingest.feeds;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a feed has something new, as observed.
 *
 * @param lastNews when it last had something new, {@code null} before it had
 * @param usualGap time between two polls with something new, a moving average; {@code null} before there were two
 * @param longestGap the longest such time, halved with every week that passes, so that nights and weekends are known
 */
public record Rhythm(Instant lastNews, Duration usualGap, Duration longestGap) {
    /** A feed that was never polled. */
    public static final Rhythm UNKNOWN = new Rhythm(null, null, null);

    private static final double WEIGHT = 0.2;
    private static final Duration HALF_LIFE = Duration.ofDays(7);
    private static final Duration UNUSUAL = Duration.ofDays(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(21);
    private static final int TIMES = 3;

    /** The rhythm once something new was seen. */
    public Rhythm news(Instant now) {
        if (lastNews == null || !now.isAfter(lastNews)) {
            return new Rhythm(now, usualGap, longestGap);
        }
        Duration gap = Duration.between(lastNews, now);
        double faded = Math.pow(0.5, (double) gap.toMillis() / HALF_LIFE.toMillis());
        Duration usual = usualGap == null
                ? gap
                : Duration.ofMillis(Math.round((1 - WEIGHT) * usualGap.toMillis() + WEIGHT * gap.toMillis()));
        Duration remembered =
                longestGap == null ? Duration.ZERO : Duration.ofMillis(Math.round(longestGap.toMillis() * faded));
        return new Rhythm(now, usual, gap.compareTo(remembered) > 0 ? gap : remembered);
    }

    /**
     * Whether the feed has had nothing new for three times its longest usual pause; for a day where none is known.
     *
     * @param atLeast the shortest time that counts as silence
     */
    public boolean isSilent(Instant now, Duration atLeast) {
        if (lastNews == null) {
            return false;
        }
        Duration pause = longestGap == null ? UNUSUAL : longestGap.multipliedBy(TIMES);
        Duration longer = pause.compareTo(atLeast) > 0 ? pause : atLeast;
        Duration wait = longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
        return now.isAfter(lastNews.plus(wait));
    }
}
