package news.dateline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final long PATIENCE_SECONDS = 30;

    private OrphanedServer() {}

    /**
     * Stops the server that still runs on this data folder, if there is one.
     *
     * @throws IOException if it does not stop
     */
    static void stop(Path data) throws IOException {
        Optional<ProcessHandle> orphan = find(data.resolve("postmaster.pid"));
        if (orphan.isEmpty()) {
            return;
        }
        // SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes a checkpoint.
        long pid = orphan.get().pid();
        Process kill = new ProcessBuilder("kill", "-INT", Long.toString(pid)).start();
        try {
            kill.waitFor();
            orphan.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while stopping PostgreSQL, process " + pid, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("PostgreSQL of an earlier run, process " + pid + ", does not stop", e);
        }
    }

    private static Optional<ProcessHandle> find(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty() || !lines.get(0).strip().matches("[0-9]{1,9}")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(process -> process.info().command().orElse("").contains("postgres"));
    }
}
