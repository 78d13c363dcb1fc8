package news.dateline.edge.access;

import java.util.function.LongSupplier;

/**
 * Counts a key's requests against its quota (token bucket: full at first, refilled evenly, one token for each request).
 * Thread-safe.
 */
final class TokenBucket {
    private static final double NANOS_A_SECOND = 1e9;

    private final Quota quota;
    private final LongSupplier nanoClock;
    private double tokens;
    private long filled;

    TokenBucket(Quota quota, LongSupplier nanoClock) {
        this.quota = quota;
        this.nanoClock = nanoClock;
        this.tokens = quota.requests();
        this.filled = nanoClock.getAsLong();
    }

    /**
     * What became of a request.
     *
     * @param allowed whether there was a token for it
     * @param remaining tokens left
     * @param nextSeconds seconds until there is another token, rounded up; 0 if there is one
     */
    record Taken(boolean allowed, int remaining, int nextSeconds) {}

    Quota quota() {
        return quota;
    }

    synchronized Taken take() {
        long now = nanoClock.getAsLong();
        double nanosAToken = (double) quota.window().toNanos() / quota.requests();
        tokens = Math.min(quota.requests(), tokens + (now - filled) / nanosAToken);
        filled = now;
        boolean allowed = tokens >= 1;
        if (allowed) {
            tokens -= 1;
        }
        double missing = Math.max(0, 1 - tokens);
        return new Taken(allowed, (int) tokens, (int) Math.ceil(missing * nanosAToken / NANOS_A_SECOND));
    }
}
