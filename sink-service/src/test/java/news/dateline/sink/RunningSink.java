package news.dateline.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.dateline.EnrichedArticle;
import news.dateline.embedded.RealStack;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.awaitility.Awaitility;

/**
 * A sink on the real broker and a database of its own, and the hands that feed and ask it. The topics are those of the
 * whole JVM: tests tell their articles apart by id and source.
 */
public final class RunningSink implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RealStack STACK = RealStack.get();
    private static final Serializer<EnrichedArticle> VALUES =
            AvroSerdes.singleObject().of(EnrichedArticle.class).serializer();
    private static final KafkaProducer<byte[], byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", STACK.bootstrapServers(), "max.request.size", Topics.MAX_RECORD_BYTES),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String database;
    private final String group;
    private final Map<String, Object> more;
    private ApplicationContext context;
    private URI base;

    private RunningSink(String database, Map<String, Object> more) {
        this.database = database;
        this.more = more;
        this.group = "sink-test-" + database.substring(database.lastIndexOf('/') + 1);
        start();
    }

    /** A sink with an empty database. */
    public static RunningSink fresh() {
        return fresh(Map.of());
    }

    /** A sink on the database of another, which is gone. */
    public static RunningSink on(String database, Map<String, Object> more) {
        return new RunningSink(database, more);
    }

    /** A sink with an empty database and settings of its own. */
    public static RunningSink fresh(Map<String, Object> more) {
        return new RunningSink(STACK.newDatabase(), more);
    }

    public void start() {
        Map<String, Object> properties =
                MortalSink.settings(STACK.bootstrapServers(), database, STACK.username(), STACK.password(), group);
        properties.putAll(more);
        context = SinkService.configure(ApplicationContext.builder())
                .properties(properties)
                .start();
        base = context.getBean(EmbeddedServer.class).start().getURI();
    }

    /** Stops it cleanly; {@link #start} goes on with the same database. */
    public void stop() {
        context.close();
    }

    @Override
    public void close() {
        context.close();
    }

    /** A part of the running service. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public String database() {
        return database;
    }

    // --- feeding

    public static void send(EnrichedArticle... articles) {
        send(List.of(articles));
    }

    public static void send(List<EnrichedArticle> articles) {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
        for (EnrichedArticle article : articles) {
            acknowledgements.add(PRODUCER.send(record(article)));
        }
        acknowledgements.forEach(RunningSink::done);
    }

    public static ProducerRecord<byte[], byte[]> record(EnrichedArticle article) {
        return new ProducerRecord<>(
                Topics.ENRICHED,
                article.getId().getBytes(StandardCharsets.UTF_8),
                VALUES.serialize(Topics.ENRICHED, article));
    }

    public static RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        return done(PRODUCER.send(record));
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    // --- asking

    /** An answer of the API. */
    public record Answer(int status, String type, JsonNode json, String text) {}

    public Answer get(String path) {
        return ask("GET", path, null);
    }

    /** A request with a JSON body, or none. */
    public Answer ask(String method, String path, String body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                    .timeout(Duration.ofSeconds(30))
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("content-type").orElse("");
            JsonNode json = type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode();
            return new Answer(response.statusCode(), type, json, response.body());
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The answer to a request line that no client library would send. */
    public String rawGet(String target) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Where it answers. */
    public URI base() {
        return base;
    }

    /** A search: names and values of its parameters in turn. */
    public Answer search(String... parameters) {
        StringBuilder path = new StringBuilder("/v1/articles");
        for (int i = 0; i < parameters.length; i += 2) {
            path.append(i == 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return get(path.toString());
    }

    public List<String> ids(String... parameters) {
        List<String> ids = new ArrayList<>();
        search(parameters)
                .json()
                .path("articles")
                .forEach(a -> ids.add(a.path("id").asText()));
        return ids;
    }

    /** Waits until everything that was sent before is stored: the stored offsets have reached the topic's ends. */
    public void awaitAll() {
        List<Long> ends = new ArrayList<>();
        for (int partition : List.of(0, 1)) {
            ends.add(send(new ProducerRecord<>(Topics.ENRICHED, partition, new byte[] {1}, null))
                    .offset());
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> rows("SELECT count(*) FROM consumer_offsets WHERE topic = '" + Topics.ENRICHED
                                + "' AND ((partition = 0 AND next_offset > " + ends.get(0)
                                + ") OR (partition = 1 AND next_offset > " + ends.get(1) + "))")
                        .equals(List.of("2")));
    }

    /** The rows of a query, columns joined by a bar; none while its table is not there yet. */
    public List<String> rows(String sql) {
        try (Connection connection = DriverManager.getConnection(database, STACK.username(), STACK.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append(i == 1 ? "" : "|").append(row.getString(i));
                }
                rows.add(text.toString());
            }
            return rows;
        } catch (SQLException e) {
            if ("42P01".equals(e.getSQLState())) {
                return List.of();
            }
            throw new IllegalStateException(sql, e);
        }
    }

    public void execute(String sql) {
        execute(database, sql);
    }

    /** Takes the database away, or gives it back. */
    public void databaseAnswers(boolean yes) {
        String name = database.substring(database.lastIndexOf('/') + 1);
        execute(STACK.jdbcUrl(), "ALTER DATABASE " + name + " ALLOW_CONNECTIONS " + yes);
        if (!yes) {
            execute(
                    STACK.jdbcUrl(),
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
        }
    }

    private static void execute(String database, String sql) {
        try (Connection connection = DriverManager.getConnection(database, STACK.username(), STACK.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
