package news.dateline.chaos;

import java.io.IOException;
import java.nio.file.Path;
import news.dateline.embedded.EmbeddedDatabase;

/** PostgreSQL, whose commits wait for the disk. */
final class DatabasePart extends Part {
    private static final int MOST_TRIES = 20;
    private static final long PAUSE_MILLIS = 500;

    private final Path data;
    private final int port;
    private EmbeddedDatabase database;
    private ProcessHandle process;

    DatabasePart(Path data, int port) {
        super("postgres");
        this.data = data;
        this.port = port;
    }

    /** What a killed server leaves behind in memory may keep the next one from starting for a moment. */
    @Override
    void launch() throws IOException {
        for (int i = 1; ; i++) {
            try {
                database = EmbeddedDatabase.start(data, port, true);
                process = ProcessHandle.of(database.pid()).orElse(null);
                return;
            } catch (IOException | RuntimeException e) {
                if (i == MOST_TRIES) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    @Override
    boolean stop() {
        try {
            database.close();
            return true;
        } catch (java.io.UncheckedIOException e) {
            return false;
        }
    }

    @Override
    ProcessHandle process() {
        return process;
    }

    EmbeddedDatabase database() {
        return database;
    }

    private static void pause(Exception cause) throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cause.addSuppressed(e);
            throw new IOException("interrupted", cause);
        }
    }
}
