package news.dateline.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.dateline.EnrichedArticle;
import news.dateline.embedded.TopicRecords;
import news.dateline.schemas.deadletter.DeadLetter;
import news.dateline.schemas.topics.Topics;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole line in one JVM, driven from outside: HTTP in, database row and API out. */
class LineIT {
    @TempDir
    static Path data;

    private static Stack stack;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        stack = Stack.start(StackSettings.throwAway(data));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void everyExampleOfTheApiDescriptionsIsAnsweredAsTheySay() throws IOException, InterruptedException {
        List<String> sent = new ArrayList<>();
        for (String service : List.of(stack.ingestUrl(), stack.enrichUrl(), stack.sinkUrl())) {
            for (ApiExamples example : ApiExamples.of(read(service + "/openapi.yaml"))) {
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + example.path()))
                        .method(
                                example.method().toUpperCase(Locale.ROOT),
                                example.body() == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(example.body()));
                if (example.type() != null) {
                    request.header("Content-Type", example.type());
                }
                HttpResponse<InputStream> answer =
                        http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
                answer.body().close(); // a stream would not end
                assertThat(example.answers()).as(example.toString()).contains(Integer.toString(answer.statusCode()));
                sent.add(example.method() + " " + example.path());
            }
        }
        assertThat(sent)
                .contains("post /v1/articles", "post /v1/enrich", "get /v1/articles?topic=medtop:11000000")
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void schemasAreToldByNameAndByFingerprintAndBesideThemTheTopics() throws Exception {
        byte[] fingerprint = SchemaNormalization.parsingFingerprint("CRC-64-AVRO", EnrichedArticle.getClassSchema());

        String named = read(stack.sinkUrl() + "/avro/EnrichedArticle.avsc");
        String fingerprinted = read(stack.sinkUrl() + "/avro/" + HexFormat.of().formatHex(fingerprint) + ".avsc");

        assertThat(new Schema.Parser().parse(named)).isEqualTo(EnrichedArticle.getClassSchema());
        assertThat(fingerprinted).isEqualTo(named);
        assertThat(read(stack.ingestUrl() + "/asyncapi.yaml")).startsWith("asyncapi: 3");
        assertThat(read(stack.enrichUrl() + "/avro/Nothing.avsc")).contains("\"status\":404");
    }

    private String read(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void aPageBecomesItsTwoTaggedArticles() throws Exception {
        try (InputStream page = LineIT.class.getResourceAsStream("/cli/sample-page.txt")) {
            JsonNode receipt = json(post("text/plain", new String(page.readAllBytes(), UTF_8)));
            assertThat(receipt.path("accepted")).hasSize(2);
            JsonNode article = stored(receipt.at("/accepted/0/id").asText(), 1);
            assertThat(article.path("dateline").asText()).isEqualTo("COPENHAGEN");
            assertThat(article.path("updatedAt").asText()).isEqualTo("2026-03-03");
            assertThat(article.path("subheads").get(0).asText()).isEqualTo("WHO PAYS FIRST");
            assertThat(article.at("/media/0/credit").asText()).isEqualTo("Nordlys Photo");
            assertThat(article.path("body").asText()).doesNotContain("Follow", "Short Url");
            assertThat(article.path("entities").findValuesAsText("name"))
                    .contains("Mette Frederiksen", "Alexander Stubb", "European Investment Bank", "Estonia");
            assertThat(article.path("topics").findValuesAsText("code")).contains("medtop:04000000");
            JsonNode other = stored(receipt.at("/accepted/1/id").asText(), 1);
            assertThat(other.path("headline").asText()).startsWith("Oslo museum");
        }
    }

    @Test
    void aCorrectionIsVersionTwoAndARepeatNothingNew() throws Exception {
        String id = push("line:correction", "The ferry sails on Monday.");
        stored(id, 1);
        push("line:correction", "The ferry sails on Monday.");
        push("line:correction", "The ferry sails on Tuesday.");
        assertThat(stored(id, 2).path("body").asText()).isEqualTo("The ferry sails on Tuesday.");
        JsonNode versions = json(get("/v1/articles/" + id + "/versions"));
        assertThat(versions.path("versions")).hasSize(2);
    }

    @Test
    void aKillIsGoneForReadersAndHoldsForLatecomers() throws Exception {
        String id = push("line:kill", "The zeppelinwort is in bloom.");
        stored(id, 1);
        assertThat(json(get("/v1/articles?q=zeppelinwort")).path("total").asInt())
                .isEqualTo(1);
        HttpResponse<String> kill = http.send(
                HttpRequest.newBuilder(URI.create(stack.ingestUrl() + "/v1/articles/" + id + "?reason=wrong"))
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(kill.statusCode()).isEqualTo(202);
        HttpResponse<String> gone = awaitStatus("/v1/articles/" + id, 410);
        assertThat(json(gone).path("articleStatus").asText()).isEqualTo("canceled");
        assertThat(json(gone).path("reason").asText()).isEqualTo("wrong");
        assertThat(gone.body()).doesNotContain("zeppelinwort");
        assertThat(json(get("/v1/articles?q=zeppelinwort")).path("total").asInt())
                .isZero();
        push("line:kill", "The zeppelinwort is in bloom again.");
        String marker = push("line:after-kill", "Later.");
        stored(marker, 1);
        assertThat(get("/v1/articles/" + id).statusCode()).isEqualTo(410);
    }

    @Test
    void noAnswerOfTheSinkShowsAKilledText() throws Exception {
        String word = "quillverge";
        String place;
        try (BufferedReader stream = stream(null)) {
            push("line:before-gone", "A quiet day.");
            String read = until(stream, "id: ").strip();
            place = read.substring(read.lastIndexOf("id: ") + 4);
        }
        String id = push("line:gone", "Mayor Ada Quillverge spoke first.");
        stored(id, 1);
        push("line:gone", "Mayor Ada Quillverge spoke of " + word + " again.");
        JsonNode article = stored(id, 2);
        List<String> paths = sinkPaths(id, article.at("/story/id").asText(), word);
        assertThat(showing(paths, word))
                .contains("/v1/articles/" + id, "/v1/articles/" + id + "/versions", "/v1/articles?q=" + word);
        http.send(
                HttpRequest.newBuilder(URI.create(stack.ingestUrl() + "/v1/articles/" + id))
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        awaitStatus("/v1/articles/" + id, 410);

        assertThat(showing(paths, word)).isEmpty();
        try (BufferedReader stream = stream(place)) {
            assertThat(until(stream, "data: {\"id\":\"" + id).toLowerCase(Locale.ROOT))
                    .contains("event: kill")
                    .doesNotContain(word);
        }
    }

    /** Every address that the sink's description says can be read, filled in for an article. */
    private List<String> sinkPaths(String id, String story, String word) throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>(List.of(
                "/v1/articles?q=" + word,
                "/v1/articles?entity=Ada%20Quillverge",
                "/v1/articles?limit=200&sort=newest",
                "/v1/entities?q=" + word,
                "/article/" + id));
        String path = "";
        for (String line : get("/openapi.yaml").body().lines().toList()) {
            if (line.startsWith("  /")) {
                path = line.strip().replace(":", "");
            } else if (line.equals("    get:") && !path.equals("/v1/stream")) {
                paths.add(path.replace("{id}", path.contains("stories") || path.contains("story") ? story : id));
            }
        }
        assertThat(paths)
                .contains("/v1/articles", "/v1/articles/" + id + "/versions", "/v1/stories/" + story, "/v1/dlq");
        return paths;
    }

    private List<String> showing(List<String> paths, String word) throws IOException, InterruptedException {
        List<String> showing = new ArrayList<>();
        for (String path : paths) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isLessThan(500);
            if (answer.body().toLowerCase(Locale.ROOT).contains(word)) {
                showing.add(path);
            }
        }
        return showing;
    }

    /** The live stream, from a place on, or from now on. */
    private BufferedReader stream(String place) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stack.sinkUrl() + "/v1/stream"));
        if (place != null) {
            request.header("Last-Event-ID", place);
        }
        return new BufferedReader(new InputStreamReader(
                http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                        .body(),
                UTF_8));
    }

    /** What is read up to the line that begins so. */
    private static String until(BufferedReader stream, String beginning) throws IOException {
        StringBuilder read = new StringBuilder();
        String line;
        do {
            line = stream.readLine();
            read.append(line).append('\n');
        } while (line != null && !line.startsWith(beginning));
        return read.toString();
    }

    @Test
    void poisonOnTheRawTopicIsADeadLetterWithItsBytes() throws Exception {
        byte[] poison = {9, 9, 9, 0, -1};
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.RAW, "poison".getBytes(UTF_8), poison))
                    .get();
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            List<ConsumerRecord<byte[], byte[]>> letters =
                    TopicRecords.all(stack.bootstrapServers(), Topics.DEAD_LETTERS);
            assertThat(letters).hasSize(1);
            assertThat(letters.get(0).value()).isEqualTo(poison);
            assertThat(DeadLetter.read(letters.get(0).headers()).topic()).isEqualTo(Topics.RAW);
        });
    }

    @Test
    void noServiceAnswersAnothersRoutes() throws Exception {
        assertThat(status(stack.ingestUrl() + "/v1/articles/x")).isEqualTo(405);
        assertThat(status(stack.enrichUrl() + "/v1/articles")).isEqualTo(404);
        assertThat(status(stack.sinkUrl() + "/v1/enrich")).isEqualTo(404);
        assertThat(status(stack.ingestUrl() + "/v1/enrich")).isEqualTo(404);
        assertThat(json(http.send(
                                HttpRequest.newBuilder(URI.create(stack.enrichUrl() + "/health"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString()))
                        .toString())
                .contains("kafkaStreams")
                .doesNotContain("\"sink\"");
    }

    @Test
    void theSameDataIsNotGivenToASecondStack() {
        assertThatThrownBy(() -> Stack.start(StackSettings.throwAway(data))).hasMessageContaining("Another stack");
    }

    @Test
    void aRestartOnTheSameDataLosesAndDoublesNothing(@TempDir Path kept) throws Exception {
        List<String> ids = new ArrayList<>();
        String jdbcBefore;
        try (Stack first = Stack.start(StackSettings.kept(kept))) {
            for (int i = 0; i < 20; i++) {
                ids.add(push(first, "restart:" + i, "Text " + i + "."));
            }
            jdbcBefore = first.jdbcUrl();
        }
        try (Stack second = Stack.start(StackSettings.kept(kept))) {
            assertThat(second.jdbcUrl()).isNotEqualTo(jdbcBefore);
            push(second, "restart:0", "Text 0.");
            ids.add(push(second, "restart:20", "Text 20."));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(count(second, "SELECT count(*) FROM articles WHERE version = 1"))
                            .isEqualTo(21));
            assertThat(count(second, "SELECT count(*) FROM article_versions")).isEqualTo(21);
            assertThat(ids).doesNotHaveDuplicates().hasSize(21);
        }
    }

    private static int count(Stack of, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(of.jdbcUrl(), of.databaseUser(), of.databaseUser());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private String push(String uri, String body) throws IOException, InterruptedException {
        return push(stack, uri, body);
    }

    private String push(Stack to, String uri, String body) throws IOException, InterruptedException {
        String article = new ObjectMapper()
                .createObjectNode()
                .put("uri", uri)
                .put("source", "The Harbour Post")
                .put("headline", "News from the harbour")
                .put("body", body)
                .toString();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(to.ingestUrl() + "/v1/articles"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(article))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(202);
        return json(answer).at("/accepted/0/id").asText();
    }

    private HttpResponse<String> post(String type, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(stack.ingestUrl() + "/v1/articles"))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(stack.sinkUrl() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int status(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private HttpResponse<String> awaitStatus(String path, int status) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> get(path), answer -> answer.statusCode() == status);
    }

    private JsonNode stored(String id, int version) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> json(get("/v1/articles/" + id)),
                        article -> article.path("version").asInt() == version);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
