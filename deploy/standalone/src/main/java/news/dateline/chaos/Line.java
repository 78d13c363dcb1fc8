package news.dateline.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import news.dateline.embedded.EmbeddedDatabase;
import news.dateline.embedded.Ports;
import news.dateline.enrich.EnrichService;
import news.dateline.ingest.IngestService;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import news.dateline.sink.SinkService;
import org.apache.kafka.clients.admin.Admin;

/**
 * The whole line with each part in processes of its own and a link between each two that talk. Belongs to whoever
 * starts it; closing it ends every process, held up or not, and so does the end of this JVM. Not thread-safe but for
 * its addresses.
 */
final class Line implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOOK_MILLIS = 250;
    private static final int PARTITIONS = 4;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<String, Part> parts = new TreeMap<>();
    private final Map<String, Link> links = new TreeMap<>();
    private final Map<String, Integer> ports = new TreeMap<>();
    private final Thread atExit = new Thread(this::end, "end-line");
    private final DatabasePart database;

    /** Starts everything and waits until it serves. */
    static Line start(Path data) throws IOException, InterruptedException {
        Line line = new Line(data);
        Runtime.getRuntime().addShutdownHook(line.atExit);
        try {
            line.start();
            return line;
        } catch (IOException | InterruptedException | RuntimeException e) {
            line.close();
            throw e;
        }
    }

    private Line(Path data) throws IOException {
        Path logs = Files.createDirectories(data.resolve("logs"));
        for (String name : List.of("kafka", "postgres", "ingest", "enrich", "sink")) {
            ports.put(name, Ports.claim(0, name));
        }
        List<String> broker = new ArrayList<>(List.of(
                "-XX:TieredStopAtLevel=1",
                Broker.class.getName(),
                data.resolve("kafka").toString(),
                ports.get("kafka").toString()));
        for (String client : List.of("ingest", "enrich", "sink")) {
            int listener = Ports.claim(0, "Kafka's listener for " + client);
            broker.add(client + ":" + listener + ":"
                    + link(client + "-kafka", listener).port());
        }
        link("sink-postgres", ports.get("postgres"));
        link("sender-ingest", ports.get("ingest"));
        link("reader-sink", ports.get("sink"));
        database = new DatabasePart(data.resolve("postgresql"), ports.get("postgres"));
        parts.put("postgres", database);
        parts.put("kafka", new JavaPart("kafka", logs.resolve("kafka.log"), broker));
        service("ingest", logs, IngestService.class, List.of("-XX:TieredStopAtLevel=1"));
        service("enrich", logs, EnrichService.class, List.of("-Ddateline.enrich.state-dir=" + data.resolve("streams")));
        service(
                "sink",
                logs,
                SinkService.class,
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-Ddatasources.default.url=jdbc:postgresql://127.0.0.1:"
                                + links.get("sink-postgres").port() + "/" + EmbeddedDatabase.DATABASE,
                        "-Ddatasources.default.username=dateline",
                        "-Ddatasources.default.password=dateline"));
    }

    private Link link(String name, int target) throws IOException {
        Link link = new Link(name, Ports.claim(0, name), target);
        links.put(name, link);
        return link;
    }

    private void service(String name, Path logs, Class<?> main, List<String> more) {
        List<String> program = new ArrayList<>(more);
        program.addAll(List.of(
                "-Dkafka.bootstrap.servers=127.0.0.1:"
                        + links.get(name + "-kafka").port(),
                "-Ddateline.serde=single-object",
                "-Dmicronaut.server.host=127.0.0.1",
                "-Dmicronaut.server.port=" + ports.get(name),
                main.getName()));
        parts.put(name, new JavaPart(name, logs.resolve(name + ".log"), program));
    }

    private void start() throws IOException, InterruptedException {
        part("kafka").start();
        database.start();
        createTopics();
        for (String service : List.of("ingest", "enrich", "sink")) {
            part(service).start();
        }
        if (!awaitReady(new ArrayList<>())) {
            throw new IOException("the line does not start; see the logs of its parts");
        }
    }

    private void createTopics() {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers()))) {
            admin.describeCluster().nodes().get();
            Topics.in(AvroSerdes.singleObject()).createMissing(admin, PARTITIONS, (short) 1);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka does not start: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Kafka itself, past all links. */
    String bootstrapServers() {
        return "127.0.0.1:" + ports.get("kafka");
    }

    /** PostgreSQL itself, past all links; user and password are {@code dateline}. */
    String jdbcUrl() {
        return database.database().jdbcUrl();
    }

    String ingest() {
        return "http://127.0.0.1:" + links.get("sender-ingest").port();
    }

    String sink() {
        return "http://127.0.0.1:" + links.get("reader-sink").port();
    }

    Part part(String name) {
        return parts.get(name);
    }

    Link link(String name) {
        return links.get(name);
    }

    List<String> partNames() {
        return List.copyOf(parts.keySet());
    }

    List<String> linkNames() {
        return List.copyOf(links.keySet());
    }

    /** Starts what has ended by itself, as Compose and Kubernetes do; the names of what was started are added. */
    void revive(List<String> revived) throws IOException {
        for (Part part : parts.values()) {
            if (!part.isAlive()) {
                revived.add(part.name());
                part.start();
            }
        }
    }

    /** Waits until every service is ready, starting what ends meanwhile; whether it came to that. */
    boolean awaitReady(List<String> revived) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            revive(revived);
            if (notReady().isEmpty()) {
                return true;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return false;
    }

    /** Services that do not say that they are ready. */
    List<String> notReady() throws InterruptedException {
        List<String> waiting = new ArrayList<>();
        for (String service : List.of("ingest", "enrich", "sink")) {
            if (!isReady(service)) {
                waiting.add(service);
            }
        }
        return waiting;
    }

    private boolean isReady(String service) throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(
                                                    "http://127.0.0.1:" + ports.get(service) + "/health/readiness"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the JVM is ending, and the hook does it
        }
        end();
    }

    private void end() {
        parts.values().forEach(Part::retire);
        links.values().forEach(link -> {
            try {
                link.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
