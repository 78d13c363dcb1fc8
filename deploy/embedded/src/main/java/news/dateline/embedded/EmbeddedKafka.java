package news.dateline.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import news.dateline.schemas.topics.Topics;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/**
 * A Kafka broker and controller (KRaft, one node) in this JVM, on the loopback interface, with its log on disk. Belongs
 * to whoever starts it. Thread-safe.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final int NODE = 1;

    /** A stack may stand still for months and goes on where it was. */
    private static final Duration OFFSETS_KEPT = Duration.ofDays(3650);

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and waits until it serves.
     *
     * @param data folder of its log; formatted if new, taken up again otherwise, even after a crash
     * @param wantedPort port on 127.0.0.1, 0 for a free one
     * @throws PortInUseException if the port is taken
     * @throws IOException if the folder cannot be used
     */
    public static EmbeddedKafka start(Path data, int wantedPort) throws IOException {
        return start(data, wantedPort, config -> {});
    }

    /**
     * Starts a broker with settings of its own, for example one more listener.
     *
     * @param settings changes the broker's settings before it starts; Kafka's names
     * @see #start(Path, int)
     */
    public static EmbeddedKafka start(Path data, int wantedPort, Consumer<Map<String, Object>> settings)
            throws IOException {
        int port = Ports.claim(wantedPort, "Kafka");
        int controllerPort = Ports.claim(0, "the Kafka controller");
        Files.createDirectories(data);
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(data);
        }
        Map<String, Object> config = config(data, port, controllerPort);
        settings.accept(config);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties(config)), Time.SYSTEM);
        EmbeddedKafka started = new EmbeddedKafka(server, port);
        try {
            server.startup();
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** Where clients connect to: {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops the broker cleanly. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path data) throws IOException {
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Cannot format the Kafka log folder " + data, e);
        }
    }

    private static Map<String, Object> config(Path data, int port, int controllerPort) {
        Map<String, Object> config = new HashMap<>();
        config.put("process.roles", "broker,controller");
        config.put("node.id", NODE);
        config.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        config.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.put("controller.listener.names", "CONTROLLER");
        config.put("inter.broker.listener.name", "PLAINTEXT");
        config.put("log.dirs", data.toString());
        config.put("auto.create.topics.enable", "false");
        config.put("message.max.bytes", Topics.MAX_RECORD_BYTES);
        config.put("replica.fetch.max.bytes", Topics.MAX_RECORD_BYTES);
        config.put("offsets.topic.replication.factor", 1);
        config.put("offsets.topic.num.partitions", 4);
        config.put("offsets.retention.minutes", OFFSETS_KEPT.toMinutes());
        config.put("transaction.state.log.replication.factor", 1);
        config.put("transaction.state.log.min.isr", 1);
        config.put("transaction.state.log.num.partitions", 4);
        config.put("share.coordinator.state.topic.replication.factor", 1);
        config.put("share.coordinator.state.topic.min.isr", 1);
        config.put("share.coordinator.state.topic.num.partitions", 1);
        config.put("group.initial.rebalance.delay.ms", 0);
        config.put("num.network.threads", 2);
        config.put("num.io.threads", 2);
        config.put("background.threads", 2);
        config.put("num.recovery.threads.per.data.dir", 2);
        config.put("log.cleaner.dedupe.buffer.size", 4 * 1024 * 1024);
        config.put("log.cleaner.io.buffer.size", Topics.MAX_RECORD_BYTES / 4);
        config.put("log.index.size.max.bytes", 1024 * 1024);
        // A node that comes back after a crash is refused until its last session has ended.
        config.put("broker.session.timeout.ms", 3000);
        config.put("broker.heartbeat.interval.ms", 300);
        return config;
    }

    private static Properties properties(Map<String, Object> config) {
        Properties properties = new Properties();
        config.forEach((name, value) -> properties.put(name, value.toString()));
        return properties;
    }
}
