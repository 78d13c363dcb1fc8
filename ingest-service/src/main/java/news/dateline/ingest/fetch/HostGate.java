package news.dateline.ingest.fetch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Politeness: one request at a time to a host, and a pause behind each. Thread-safe; one for a process.
 */
public final class HostGate {
    private static final int MANY = 10_000;

    private final Duration pause;
    private final LongSupplier nanoTime;
    private final Map<String, Host> hosts = new HashMap<>();

    private record Host(boolean busy, long freeAt) {}

    /**
     * @param pause time between the end of a request and the next to the same host
     */
    public HostGate(Duration pause) {
        this(pause, System::nanoTime);
    }

    HostGate(Duration pause, LongSupplier nanoTime) {
        this.pause = pause;
        this.nanoTime = nanoTime;
    }

    /** Takes the host if it is free now. Whoever gets true calls {@link #leave}. */
    public synchronized boolean tryEnter(String host) {
        if (nanosUntilFree(host) > 0) {
            return false;
        }
        hosts.put(host, new Host(true, 0));
        return true;
    }

    /**
     * Waits until the host is free and takes it. Whoever gets true calls {@link #leave}.
     *
     * @return false if it does not become free in time
     */
    public synchronized boolean enter(String host, Duration longest) throws InterruptedException {
        long until = nanoTime.getAsLong() + longest.toNanos();
        while (!tryEnter(host)) {
            long left = Math.min(until - nanoTime.getAsLong(), nanosUntilFree(host));
            if (until - nanoTime.getAsLong() <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return true;
    }

    /**
     * Gives the host free.
     *
     * @param wished the pause that the host wishes for, {@code null} for the usual one; the longer one is kept
     */
    public synchronized void leave(String host, Duration wished) {
        Duration longer = wished != null && wished.compareTo(pause) > 0 ? wished : pause;
        long now = nanoTime.getAsLong();
        hosts.put(host, new Host(false, now + longer.toNanos()));
        if (hosts.size() > MANY) {
            hosts.values().removeIf(each -> !each.busy && each.freeAt - now <= 0);
        }
        notifyAll();
    }

    private long nanosUntilFree(String host) {
        Host known = hosts.get(host);
        if (known == null) {
            return 0;
        }
        return known.busy ? Long.MAX_VALUE : Math.max(0, known.freeAt - nanoTime.getAsLong());
    }
}
