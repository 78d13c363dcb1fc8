package news.dateline.standalone;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import news.dateline.embedded.EmbeddedDatabase;
import news.dateline.embedded.EmbeddedKafka;
import news.dateline.embedded.Ports;
import news.dateline.enrich.EnrichService;
import news.dateline.ingest.IngestService;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import news.dateline.sink.SinkService;
import org.apache.kafka.clients.admin.Admin;

/**
 * The whole line in this JVM: broker, database and the three services, on the loopback interface alone. Belongs to
 * whoever starts it; closing stops everything, first what takes work in, last what keeps it.
 */
public final class Stack implements AutoCloseable {
    private static final int PARTITIONS = 2;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final DataFolder folder;
    private EmbeddedKafka kafka;
    private EmbeddedDatabase database;
    private EmbeddedServer ingest;
    private EmbeddedServer enrich;
    private EmbeddedServer sink;

    private Stack(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Starts everything and waits until it serves.
     *
     * @throws news.dateline.embedded.PortInUseException if a port is taken
     * @throws DataFolder.InUseException if another stack runs on the same data
     * @throws IOException if the data folder cannot be used, or a part does not start
     */
    public static Stack start(StackSettings settings) throws IOException {
        Files.createDirectories(settings.data());
        Stack stack = new Stack(DataFolder.lock(settings.data()));
        ExecutorService starters = Executors.newFixedThreadPool(3);
        try {
            int ingestPort = Ports.claim(settings.ingestPort(), "the ingest service");
            int enrichPort = Ports.claim(settings.enrichPort(), "the enrich service");
            int sinkPort = Ports.claim(settings.sinkPort(), "the sink service");
            stack.startParts(settings, starters);
            stack.startServices(settings, new int[] {ingestPort, enrichPort, sinkPort}, starters);
            return stack;
        } catch (IOException | RuntimeException e) {
            stack.close();
            throw e;
        } finally {
            starters.shutdown();
        }
    }

    public String ingestUrl() {
        return "http://127.0.0.1:" + ingest.getPort();
    }

    public String enrichUrl() {
        return "http://127.0.0.1:" + enrich.getPort();
    }

    public String sinkUrl() {
        return "http://127.0.0.1:" + sink.getPort();
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    /** Stops everything; the data stays. */
    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println("dateline: a part did not stop cleanly: " + e.getMessage());
            }
        }
        folder.close();
    }

    private void startParts(StackSettings settings, Executor starters) throws IOException {
        CompletableFuture<EmbeddedDatabase> databaseStart = async(
                () -> EmbeddedDatabase.start(
                        settings.data().resolve("postgresql"), settings.postgresPort(), settings.durable()),
                starters);
        CompletableFuture<EmbeddedKafka> kafkaStart = async(
                () -> EmbeddedKafka.start(settings.data().resolve("kafka"), settings.kafkaPort()), starters);
        try {
            database = joined(databaseStart);
            running.push(database);
        } finally {
            kafka = joined(kafkaStart);
            running.push(kafka);
        }
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            Topics.in(AvroSerdes.singleObject()).createMissing(admin, PARTITIONS, (short) 1);
        }
    }

    private void startServices(StackSettings settings, int[] ports, Executor starters) throws IOException {
        CompletableFuture<EmbeddedServer> sinkStart = async(
                () -> serve(SinkService.configure(ApplicationContext.builder())
                        .properties(properties("sink", ports[2], datasource()))),
                starters);
        CompletableFuture<EmbeddedServer> enrichStart = async(
                () -> serve(EnrichService.configure(ApplicationContext.builder())
                        .properties(properties(
                                "enrich",
                                ports[1],
                                Map.of(
                                        "dateline.enrich.state-dir",
                                        settings.data().resolve("streams").toString())))),
                starters);
        CompletableFuture<EmbeddedServer> ingestStart = async(
                () -> serve(IngestService.configure(ApplicationContext.builder())
                        .properties(properties("ingest", ports[0], Map.of()))),
                starters);
        CompletableFuture.allOf(
                        sinkStart.thenAccept(server -> sink = server),
                        enrichStart.thenAccept(server -> enrich = server),
                        ingestStart.thenAccept(server -> ingest = server))
                .exceptionally(error -> null)
                .join();
        for (EmbeddedServer server : new EmbeddedServer[] {sink, enrich, ingest}) {
            if (server != null) {
                running.push(server.getApplicationContext());
            }
        }
        joined(sinkStart);
        joined(enrichStart);
        joined(ingestStart);
    }

    private static EmbeddedServer serve(ApplicationContextBuilder builder) {
        return builder.start().getBean(EmbeddedServer.class).start();
    }

    private Map<String, Object> properties(String service, int port, Map<String, String> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        properties.put("dateline.serde", "single-object");
        properties.put("dateline." + service + ".port", port);
        properties.put("micronaut.server.host", "127.0.0.1");
        return properties;
    }

    private Map<String, String> datasource() {
        return Map.of(
                "datasources.default.url", database.jdbcUrl(),
                "datasources.default.username", database.username(),
                "datasources.default.password", database.password());
    }

    private static <T> CompletableFuture<T> async(Start<T> start, Executor executor) {
        Supplier<T> supplier = () -> {
            try {
                return start.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        return CompletableFuture.supplyAsync(supplier, executor);
    }

    private static <T> T joined(CompletableFuture<T> started) throws IOException {
        try {
            return started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private interface Start<T> {
        T run() throws IOException;
    }
}
