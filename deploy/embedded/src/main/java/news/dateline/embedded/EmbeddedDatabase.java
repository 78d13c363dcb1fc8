package news.dateline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A PostgreSQL server beside this JVM, on the loopback interface, with its data on disk. Belongs to whoever starts it,
 * who sees to it that no other JVM uses the same folder. Thread-safe.
 *
 * <p>Its user {@code dateline} owns the databases and nothing else. The superuser's password is made by chance and kept
 * in the data folder, for whoever is superuser runs programs as the server's user.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** Name of the database that is there from the start. */
    public static final String DATABASE = "dateline";

    private static final String USER = "dateline";
    private static final String PASSWORD = "dateline";

    private final PostgresServer server;

    private EmbeddedDatabase(PostgresServer server) {
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
        EmbeddedDatabase started = new EmbeddedDatabase(PostgresServer.start(data, wantedPort, durable));
        try {
            started.prepare();
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** JDBC address of the database that is there from the start. */
    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** Name of the user that owns the databases. */
    public String username() {
        return USER;
    }

    public String password() {
        return PASSWORD;
    }

    /** Process id of the server. */
    public long pid() throws IOException {
        return server.pid();
    }

    /** Makes a database if there is none of this name, and tells its JDBC address. */
    public String create(String database) {
        asSuperuser(statement -> createDatabase(statement, database));
        return jdbcUrl(database);
    }

    /** Stops the server; its data stays. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }

    private void prepare() {
        asSuperuser(statement -> {
            if (!exists(statement, "pg_roles WHERE rolname", USER)) {
                statement.execute("CREATE ROLE " + USER + " LOGIN CREATEDB PASSWORD '" + PASSWORD + "'");
            }
            createDatabase(statement, DATABASE);
        });
    }

    private static void createDatabase(Statement statement, String database) throws SQLException {
        if (!exists(statement, "pg_database WHERE datname", database)) {
            statement.execute("CREATE DATABASE \"" + database.replace("\"", "\"\"") + "\" OWNER " + USER);
        }
    }

    private void asSuperuser(Work work) {
        try (Connection connection = DriverManager.getConnection(
                        jdbcUrl("postgres"), PostgresServer.SUPERUSER, server.superuserPassword());
                Statement statement = connection.createStatement()) {
            work.run(statement);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("Cannot prepare the database: " + e.getMessage(), e);
        }
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    private static boolean exists(Statement statement, String where, String name) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("SELECT 1 FROM " + where + " = '" + name.replace("'", "''") + "'")) {
            return found.next();
        }
    }

    /** What is done with a connection. */
    private interface Work {
        void run(Statement statement) throws SQLException;
    }
}
