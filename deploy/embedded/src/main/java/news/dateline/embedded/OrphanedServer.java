package news.dateline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL server of a JVM that was killed: it goes on alone and keeps the data folder, so it is stopped before a
 * new one takes the folder over.
 */
final class OrphanedServer {
    private static final long PATIENCE_SECONDS = 60;

    /** How far the start time that PostgreSQL wrote and the one that the system tells may lie apart. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(5);

    private static final int START_TIME_LINE = 2;

    private OrphanedServer() {}

    /**
     * Stops the server that still runs on this cluster, if there is one, and clears what it left behind.
     *
     * @throws IOException if it does not stop
     */
    static void stop(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> orphan = find(Files.readAllLines(pidFile));
        if (orphan.isPresent()) {
            stop(orphan.get());
        }
        // It names a process that is gone; its number may be another's by now, which PostgreSQL would take for its own.
        Files.deleteIfExists(pidFile);
    }

    private static void stop(ProcessHandle orphan) throws IOException {
        long pid = orphan.pid();
        try {
            // SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes a checkpoint.
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
            orphan.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while stopping PostgreSQL, process " + pid, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("PostgreSQL of an earlier run, process " + pid + ", does not stop", e);
        }
    }

    /** The process that wrote the file: of that number, named postgres, and started when the file says. */
    private static Optional<ProcessHandle> find(List<String> lines) {
        if (lines.size() <= START_TIME_LINE
                || !lines.get(0).strip().matches("[0-9]{1,9}")
                || !lines.get(START_TIME_LINE).strip().matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        Instant started =
                Instant.ofEpochSecond(Long.parseLong(lines.get(START_TIME_LINE).strip()));
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .filter(process -> process.info()
                        .startInstant()
                        .map(instant -> Duration.between(instant, started).abs().compareTo(CLOCK_STEP) <= 0)
                        .orElse(true));
    }
}
