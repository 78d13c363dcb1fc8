package news.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.embedded.EmbeddedKafka;
import news.dateline.embedded.Ports;
import news.dateline.enrich.EnrichService;
import news.dateline.ingest.IngestService;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import news.dateline.sink.SinkService;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * The three services with a broker that speaks TLS and asks for a password, and a database that is told by its
 * certificate; both certificates are signed by an authority that only the settings name. Runs where a Docker engine
 * answers.
 */
class SecureLineIT {
    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required ";

    private static final String RIGHT = "the-right-secret";
    private static final String WRONG = "the-wrong-secret";
    private static final String OF_DATABASE = "the-database-secret";
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        logged.start();
        ROOT.addAppender(logged);
        ROOT.setLevel(Level.INFO); // Kafka's clients and the pool tell their settings there
    }

    @AfterEach
    void stopListening() {
        ROOT.detachAppender(logged);
        ROOT.setLevel(Level.WARN);
    }

    @Test
    void anArticleTravelsOverTlsAndAStrangerGetsNowhereAndNoSecretIsLogged() throws Exception {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no Docker engine answers");
        Path certificates = Files.createDirectory(folder.resolve("certificates"));
        OwnAuthority authority = new OwnAuthority(certificates);
        int port = Ports.claim(0, "the secure listener");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(
                        folder.resolve("kafka"), 0, config -> addSecureListener(config, port, authority));
                PostgreSQLContainer database = database(authority)) {
            createTopics(kafka);
            database.start();
            Map<String, Object> client = client(port, authority, RIGHT);
            try (ApplicationContext ingest = started(IngestService.configure(ApplicationContext.builder()), client);
                    ApplicationContext enrich = started(
                            EnrichService.configure(ApplicationContext.builder()),
                            with(
                                    client,
                                    "dateline.enrich.state-dir",
                                    folder.resolve("streams").toString()));
                    ApplicationContext sink = started(
                            SinkService.configure(ApplicationContext.builder()),
                            withDatabase(client, database, authority))) {
                assertThat(enrich.isRunning()).isTrue();
                HttpResponse<String> receipt = push(ingest);
                assertThat(receipt.statusCode()).isEqualTo(202);
                String id = new ObjectMapper()
                        .readTree(receipt.body())
                        .at("/accepted/0/id")
                        .asText();
                Awaitility.await()
                        .dontCatchUncaughtExceptions()
                        .atMost(Duration.ofSeconds(90))
                        .untilAsserted(() -> assertThat(read(sink, id)).isEqualTo(200));
            }
            try (ApplicationContext stranger =
                    started(IngestService.configure(ApplicationContext.builder()), client(port, authority, WRONG))) {
                assertThat(push(stranger).statusCode()).isEqualTo(503);
            }
        }
        List<String> lines = List.copyOf(logged.list).stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
        assertThat(lines)
                .anyMatch(line -> line.contains("sasl.jaas.config"))
                .noneMatch(line -> line.contains(RIGHT) || line.contains(WRONG) || line.contains(OF_DATABASE));
    }

    private static void addSecureListener(Map<String, Object> config, int port, OwnAuthority authority) {
        config.merge("listeners", ",SECURE://127.0.0.1:" + port, (all, more) -> "" + all + more);
        config.merge("listener.security.protocol.map", ",SECURE:SASL_SSL", (all, more) -> "" + all + more);
        String prefix = "listener.name.secure.";
        config.put(prefix + "ssl.keystore.type", "PKCS12");
        config.put(prefix + "ssl.keystore.location", authority.serverStore());
        config.put(prefix + "ssl.keystore.password", OwnAuthority.PASSWORD);
        config.put(prefix + "ssl.key.password", OwnAuthority.PASSWORD);
        config.put(prefix + "sasl.enabled.mechanisms", "PLAIN");
        config.put(prefix + "plain.sasl.jaas.config", LOGIN + "user_dateline=\"" + RIGHT + "\";");
    }

    private static Map<String, Object> client(int port, OwnAuthority authority, String password) {
        return Map.of(
                "kafka.bootstrap.servers",
                "localhost:" + port,
                "kafka.security.protocol",
                "SASL_SSL",
                "kafka.sasl.mechanism",
                "PLAIN",
                "kafka.sasl.jaas.config",
                LOGIN + "username=\"dateline\" password=\"" + password + "\";",
                "kafka.ssl.truststore.type",
                "PKCS12",
                "kafka.ssl.truststore.location",
                authority.trustStore().toString(),
                "kafka.ssl.truststore.password",
                OwnAuthority.PASSWORD);
    }

    private static PostgreSQLContainer database(OwnAuthority authority) throws Exception {
        return new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                .withPassword(OF_DATABASE)
                .withCopyToContainer(Transferable.of(authority.key()), "/server.key")
                .withCopyFileToContainer(MountableFile.forHostPath(authority.certificate()), "/server.crt")
                .withCommand(
                        "sh",
                        "-c",
                        "install -o postgres -m 600 /server.key /tmp/server.key && exec docker-entrypoint.sh postgres"
                                + " -c fsync=off -c ssl=on -c ssl_key_file=/tmp/server.key"
                                + " -c ssl_cert_file=/server.crt");
    }

    private static Map<String, Object> withDatabase(
            Map<String, Object> client, PostgreSQLContainer database, OwnAuthority authority) {
        Map<String, Object> all = new HashMap<>(client);
        all.put(
                "datasources.default.url",
                "jdbc:postgresql://localhost:" + database.getMappedPort(5432) + "/" + database.getDatabaseName()
                        + "?sslmode=verify-full&sslrootcert=" + authority.authority());
        all.put("datasources.default.username", database.getUsername());
        all.put("datasources.default.password", database.getPassword());
        return all;
    }

    private static Map<String, Object> with(Map<String, Object> settings, String name, Object value) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(name, value);
        return all;
    }

    private static ApplicationContext started(
            io.micronaut.context.ApplicationContextBuilder service, Map<String, Object> settings) {
        ApplicationContext context = service.properties(
                        with(with(settings, "dateline.serde", "single-object"), "micronaut.server.port", -1))
                .start();
        context.getBean(EmbeddedServer.class).start();
        return context;
    }

    private static void createTopics(EmbeddedKafka kafka) {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            Topics.in(AvroSerdes.singleObject()).createMissing(admin, 1, (short) 1);
        }
    }

    private HttpResponse<String> push(ApplicationContext ingest) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(url(ingest) + "/v1/articles"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"uri\":\"urn:tls:1\",\"source\":{\"id\":\"harbour-post\"},"
                                        + "\"headline\":\"Lock gate sealed\",\"body\":\"Nobody reads along.\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int read(ApplicationContext sink, String id) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(url(sink) + "/v1/articles/" + id))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String url(ApplicationContext context) {
        return "http://localhost:" + context.getBean(EmbeddedServer.class).getPort();
    }
}
