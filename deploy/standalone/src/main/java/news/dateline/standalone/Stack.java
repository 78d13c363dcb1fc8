package news.dateline.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import news.dateline.embedded.EmbeddedDatabase;
import news.dateline.embedded.EmbeddedKafka;
import news.dateline.embedded.Folders;
import news.dateline.embedded.Ports;
import news.dateline.enrich.EnrichService;
import news.dateline.ingest.IngestService;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import news.dateline.sink.SinkService;
import org.apache.kafka.clients.admin.Admin;

/**
 * The whole line in this JVM: broker, database and the three services, on the loopback interface alone. Belongs to
 * whoever starts it; closing stops everything, first what takes work in, last what keeps it. A JVM that ends closes it
 * too, even while it is starting. Thread-safe.
 */
public final class Stack implements AutoCloseable {
    private static final int PARTITIONS = 2;

    private final StackSettings settings;
    private final DataFolder folder;
    private final Parts parts = new Parts();
    private final Thread atExit = new Thread(this::stop, "stop-stack");
    private EmbeddedKafka kafka;
    private EmbeddedDatabase database;
    private Service ingest;
    private Service enrich;
    private Service sink;

    private Stack(StackSettings settings, DataFolder folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /**
     * Starts everything and waits until it serves.
     *
     * @throws news.dateline.embedded.PortInUseException if a port is taken
     * @throws IOException if the data folder cannot be used, for example because another stack runs on it, or a part
     *     does not start
     */
    public static Stack start(StackSettings settings) throws IOException {
        Files.createDirectories(settings.data());
        Stack stack = new Stack(settings, DataFolder.lock(settings.data()));
        Runtime.getRuntime().addShutdownHook(stack.atExit);
        try {
            stack.start();
            return stack;
        } catch (IOException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    public String ingestUrl() {
        return ingest.url();
    }

    public String enrichUrl() {
        return enrich.url();
    }

    public String sinkUrl() {
        return sink.url();
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    /** User of the database; its password is the same word. */
    public String databaseUser() {
        return database.username();
    }

    /** Stops everything; the data stay if they are to be kept. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the JVM is ending, and the hook does it
        }
        stop();
    }

    private void stop() {
        parts.close();
        folder.close();
        if (!settings.kept()) {
            Folders.delete(settings.data());
        }
    }

    private void start() throws IOException {
        int ingestPort = Ports.claim(settings.ingestPort(), "the ingest service");
        int enrichPort = Ports.claim(settings.enrichPort(), "the enrich service");
        int sinkPort = Ports.claim(settings.sinkPort(), "the sink service");
        Path data = settings.data();
        CompletableFuture<EmbeddedDatabase> databaseStart = parts.start(
                Part.DATABASE,
                () -> EmbeddedDatabase.start(data.resolve("postgresql"), settings.postgresPort(), settings.kept()));
        CompletableFuture<EmbeddedKafka> kafkaStart =
                parts.start(Part.KAFKA, () -> EmbeddedKafka.start(data.resolve("kafka"), settings.kafkaPort()));
        kafka = Parts.started(kafkaStart);
        createTopics();
        CompletableFuture<Service> enrichStart = parts.start(
                Part.ENRICH,
                () -> Service.start(
                        EnrichService::configure,
                        enrichPort,
                        kafka,
                        Map.of(
                                "dateline.enrich.state-dir",
                                data.resolve("streams").toString(),
                                // the same member again after a crash, with nothing to wait for
                                "kafka.group.instance.id",
                                "dateline-enrich")));
        CompletableFuture<Service> ingestStart =
                parts.start(Part.INGEST, () -> Service.start(IngestService::configure, ingestPort, kafka, Map.of()));
        database = Parts.started(databaseStart);
        CompletableFuture<Service> sinkStart =
                parts.start(Part.SINK, () -> Service.start(SinkService::configure, sinkPort, kafka, datasource()));
        sink = Parts.started(sinkStart);
        enrich = Parts.started(enrichStart);
        ingest = Parts.started(ingestStart);
    }

    private void createTopics() {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            Topics.in(AvroSerdes.singleObject()).createMissing(admin, PARTITIONS, (short) 1);
        }
    }

    private Map<String, String> datasource() {
        return Map.of(
                "datasources.default.url", database.jdbcUrl(),
                "datasources.default.username", database.username(),
                "datasources.default.password", database.password());
    }
}
