package news.dateline.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts parts side by side and stops them one after the other. Thread-safe: it may be closed while parts are starting;
 * it waits for them then, and stops them too.
 */
final class Parts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);
    private static final long PATIENCE_SECONDS = 60;
    private static final long NANOS_A_MILLI = 1_000_000;

    private final ExecutorService starters = Executors.newFixedThreadPool(Part.values().length);
    private final Map<Part, AutoCloseable> running = new EnumMap<>(Part.class);

    /** Starts a part in the background. */
    <T extends AutoCloseable> CompletableFuture<T> start(Part part, Start<T> start) {
        return CompletableFuture.supplyAsync(
                () -> {
                    long begun = System.nanoTime();
                    try {
                        T started = start.run();
                        put(part, started);
                        LOG.info("started part={} millis={}", part, (System.nanoTime() - begun) / NANOS_A_MILLI);
                        return started;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                starters);
    }

    /** Waits for a part; what it failed with is thrown as it was. */
    static <T> T started(CompletableFuture<T> part) throws IOException {
        try {
            return part.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        starters.shutdown();
        try {
            if (!starters.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a part is still starting and is left alone");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Part part : Part.values()) {
            try (AutoCloseable last = remove(part)) {
                LOG.info("stopping part={} running={}", part, last != null);
            } catch (Exception e) {
                LOG.warn("part={} did not stop cleanly", part, e);
            }
        }
    }

    private synchronized void put(Part part, AutoCloseable started) {
        running.put(part, started);
    }

    private synchronized AutoCloseable remove(Part part) {
        return running.remove(part);
    }

    /** How a part is started. */
    interface Start<T> {
        T run() throws IOException;
    }
}
