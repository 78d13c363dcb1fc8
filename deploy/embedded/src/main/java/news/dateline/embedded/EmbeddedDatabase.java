package news.dateline.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A PostgreSQL server beside this JVM, on the loopback interface, with its data on disk. Belongs to whoever starts it.
 * Thread-safe.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** Name of the database that is there from the start. */
    public static final String DATABASE = "dateline";

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts a server and waits until it serves.
     *
     * @param data folder of its data; made if new, taken up again otherwise, even after a crash
     * @param wantedPort port on 127.0.0.1, 0 for a free one
     * @param durable whether a commit waits for the disk; off for data that is thrown away
     * @throws PortInUseException if the port is taken
     * @throws IOException if the server does not start
     */
    public static EmbeddedDatabase start(Path data, int wantedPort, boolean durable) throws IOException {
        Files.createDirectories(data);
        OrphanedServer.stop(data);
        int port = Ports.claim(wantedPort, "PostgreSQL");
        String durability = durable ? "on" : "off";
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(binaries().toFile())
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", durability)
                .setServerConfig("synchronous_commit", durability)
                .setServerConfig("full_page_writes", durability)
                .setServerConfig("max_connections", "50")
                .setServerConfig("shared_buffers", "64MB")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
        EmbeddedDatabase started = new EmbeddedDatabase(server);
        started.create(DATABASE);
        return started;
    }

    /** JDBC address of the database that is there from the start. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** Name of the user that owns everything. */
    public String username() {
        return "postgres";
    }

    /** Password of the user; the server takes any, for it is open to this host alone. */
    public String password() {
        return "postgres";
    }

    /** Makes a database if there is none of this name, and tells its JDBC address. */
    public String create(String database) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, database)) {
                statement.execute("CREATE DATABASE \"" + database.replace("\"", "\"\"") + "\" ENCODING 'UTF8'");
            }
            return jdbcUrl(database);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create database " + database, e);
        }
    }

    /** Stops the server; its data stays. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        try (ResultSet found = statement.executeQuery(
                "SELECT 1 FROM pg_database WHERE datname = '" + database.replace("'", "''") + "'")) {
            return found.next();
        }
    }

    /** Where the server's programs are unpacked to, once for each user. */
    private static Path binaries() throws IOException {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return Files.createDirectories(base.resolve("dateline").resolve("postgresql"));
    }
}
