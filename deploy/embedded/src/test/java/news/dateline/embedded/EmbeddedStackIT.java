package news.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStackIT {
    @TempDir
    Path data;

    @Test
    void theBrokerTakesItsLogUpAgain() throws IOException, ExecutionException, InterruptedException {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data, 0);
                Admin admin = admin(kafka)) {
            assertThat(admin.listTopics().names().get()).isEmpty();
            createTopic(kafka);
        }
        try (EmbeddedKafka again = EmbeddedKafka.start(data, 0);
                Admin admin = admin(again)) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    @Test
    void theDatabaseTakesItsDataUpAgain() throws IOException, SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, 0, true)) {
            execute(database, "CREATE TABLE kept (word text)");
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
        }
        try (EmbeddedDatabase again = EmbeddedDatabase.start(data, 0, true)) {
            execute(again, "INSERT INTO kept VALUES ('still here')");
        }
    }

    @Test
    void whatAKilledJvmWroteIsStillThere() throws IOException, SQLException, InterruptedException, ExecutionException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeftBehind.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(child.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("ready");
        child.destroyForcibly().waitFor();
        try (EmbeddedDatabase again = EmbeddedDatabase.start(data.resolve("postgresql"), 0, true)) {
            execute(again, "INSERT INTO kept VALUES ('still here')");
        }
        try (EmbeddedKafka again = EmbeddedKafka.start(data.resolve("kafka"), 0);
                Admin admin = admin(again)) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    /** A JVM that starts a database and a broker, writes to both and is killed. */
    static final class LeftBehind {
        private LeftBehind() {}

        public static void main(String[] args)
                throws IOException, SQLException, InterruptedException, ExecutionException {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0], "postgresql"), 0, true);
            execute(database, "CREATE TABLE kept (word text)");
            createTopic(EmbeddedKafka.start(Path.of(args[0], "kafka"), 0));
            System.out.println("ready");
            Thread.currentThread().join();
        }
    }

    @Test
    void theNumberOfAProcessThatIsGoneIsNoServer() throws IOException, SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, 0, false)) {
            execute(database, "CREATE TABLE kept (word text)");
        }
        long someoneElse = ProcessHandle.current().pid();
        Files.writeString(data.resolve("cluster/postmaster.pid"), someoneElse + "\n" + data + "\n1700000000\n");
        try (EmbeddedDatabase again = EmbeddedDatabase.start(data, 0, false)) {
            execute(again, "INSERT INTO kept VALUES ('still here')");
        }
    }

    @Test
    void theUserOwnsItsDatabaseAndNoMore() throws IOException, SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data, 0, false)) {
            execute(database, "CREATE EXTENSION unaccent");
            assertThatThrownBy(() -> execute(database, "COPY (SELECT 1) TO PROGRAM 'true'"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "postgres"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(setting(database, "server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> EmbeddedKafka.start(data, port))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("Port " + port + " for Kafka is in use");
            assertThatThrownBy(() -> EmbeddedDatabase.start(data, port, false))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("Port " + port + " for PostgreSQL is in use");
        }
    }

    private static void createTopic(EmbeddedKafka kafka) throws ExecutionException, InterruptedException {
        try (Admin admin = admin(kafka)) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static Admin admin(EmbeddedKafka kafka) {
        return Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String setting(EmbeddedDatabase database, String name) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SHOW " + name)) {
            found.next();
            return found.getString(1);
        }
    }
}
