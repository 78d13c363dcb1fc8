package news.dateline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The real broker and the real database of the integration tests, one pair for each JVM: containers where a Docker
 * engine answers, embedded otherwise. {@code dateline.tests.stack} ({@code docker} or {@code embedded}) decides it.
 */
public abstract class RealStack {
    private static final Logger LOG = LoggerFactory.getLogger(RealStack.class);

    RealStack() {}

    /** The stack of this JVM, started on first use. */
    public static RealStack get() {
        return Holder.STACK;
    }

    /** {@code bootstrap.servers}. */
    public abstract String bootstrapServers();

    /** JDBC address of the first database. */
    public abstract String jdbcUrl();

    /** Makes an empty database and tells its JDBC address. */
    public abstract String newDatabase();

    public abstract String username();

    public abstract String password();

    private static final class Holder {
        static final RealStack STACK = choose();

        private static RealStack choose() {
            String wanted = System.getProperty("dateline.tests.stack", System.getenv("DATELINE_TESTS_STACK"));
            boolean docker = wanted == null
                    ? DockerClientFactory.instance().isDockerAvailable()
                    : wanted.toLowerCase(Locale.ROOT).equals("docker");
            RealStack stack = docker ? new Containers() : new Embedded();
            LOG.warn("integration tests run on {} broker and database", docker ? "containers:" : "the embedded");
            try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()))) {
                Topics.in(AvroSerdes.singleObject()).createMissing(admin, 2, (short) 1);
            }
            return stack;
        }
    }

    private static String freshName() {
        return "test_" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Containers of the official images. */
    private static final class Containers extends RealStack {
        private final KafkaContainer kafka = new KafkaContainer(DockerImageName.parse("apache/kafka:4.3.1"))
                // as root, so that the image's configuration can be rewritten whoever owns its files
                .withCreateContainerCmdModifier(command -> command.withUser("root"))
                .withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(Topics.MAX_RECORD_BYTES))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        private final PostgreSQLContainer postgres = new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                .withCommand("postgres", "-c", "fsync=off");

        Containers() {
            kafka.start();
            postgres.start();
        }

        @Override
        public String bootstrapServers() {
            return kafka.getBootstrapServers();
        }

        @Override
        public String jdbcUrl() {
            return postgres.getJdbcUrl();
        }

        @Override
        public String newDatabase() {
            String name = freshName();
            try (Connection connection = DriverManager.getConnection(jdbcUrl(), username(), password());
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot create a database", e);
            }
            return "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/" + name;
        }

        @Override
        public String username() {
            return postgres.getUsername();
        }

        @Override
        public String password() {
            return postgres.getPassword();
        }
    }

    /** Broker and database of this JVM, in a folder that is thrown away. */
    private static final class Embedded extends RealStack {
        private final EmbeddedKafka kafka;
        private final EmbeddedDatabase database;

        Embedded() {
            try {
                Path data = Files.createTempDirectory("dateline-tests");
                kafka = EmbeddedKafka.start(data.resolve("kafka"), 0);
                database = EmbeddedDatabase.start(data.resolve("postgresql"), 0, false);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    kafka.close();
                    database.close();
                    Folders.delete(data);
                }));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot start the embedded stack", e);
            }
        }

        @Override
        public String bootstrapServers() {
            return kafka.bootstrapServers();
        }

        @Override
        public String jdbcUrl() {
            return database.jdbcUrl();
        }

        @Override
        public String newDatabase() {
            return database.create(freshName());
        }

        @Override
        public String username() {
            return database.username();
        }

        @Override
        public String password() {
            return database.password();
        }
    }
}
