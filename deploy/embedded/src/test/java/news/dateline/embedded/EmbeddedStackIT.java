package news.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
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
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
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
    void aServerLeftBehindByAKilledJvmIsStoppedFirst() throws IOException, SQLException, InterruptedException {
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
        try (EmbeddedDatabase again = EmbeddedDatabase.start(data, 0, true)) {
            execute(again, "INSERT INTO kept VALUES ('still here')");
        }
    }

    /** A JVM that starts a database, writes to it and is killed. */
    static final class LeftBehind {
        private LeftBehind() {}

        public static void main(String[] args) throws IOException, SQLException, InterruptedException {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), 0, true);
            execute(database, "CREATE TABLE kept (word text)");
            System.out.println("ready");
            Thread.currentThread().join();
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
