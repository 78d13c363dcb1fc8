package news.dateline.enrich.remote;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Gives up a service that fails again and again: after so many failures in a row nothing is asked for a while, then one
 * call tries. If it succeeds all may call again, else the pause begins anew. After Nygard, Release It! (2007), "Circuit
 * Breaker". Thread-safe.
 */
final class CircuitBreaker {
    private final int failures;
    private final Duration pause;
    private final LongSupplier nanoTime;
    private int failed;
    private long openUntil;

    CircuitBreaker(int failures, Duration pause, LongSupplier nanoTime) {
        this.failures = failures;
        this.pause = pause;
        this.nanoTime = nanoTime;
    }

    /** Whether this call may be made; who gets true says how it went. */
    synchronized boolean admits() {
        if (failed < failures) {
            return true;
        }
        if (nanoTime.getAsLong() - openUntil < 0) {
            return false;
        }
        openUntil = nanoTime.getAsLong() + pause.toNanos(); // the others wait for this one
        return true;
    }

    synchronized void succeeded() {
        failed = 0;
    }

    synchronized void failed() {
        failed = Math.min(failed + 1, failures);
        if (failed == failures) {
            openUntil = nanoTime.getAsLong() + pause.toNanos();
        }
    }
}
