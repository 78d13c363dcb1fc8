package news.dateline.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import news.dateline.embedded.RealStack;
import news.dateline.ingest.IngestService;
import news.dateline.ingest.wires.WireFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bodies of every kind, length and packing at the HTTP door, against a real broker. */
class BodiesIT {
    private static final String NDJSON = "application/x-ndjson";
    private static final int MEGABYTE = 1024 * 1024;
    private static ApplicationContext context;
    private static String url;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() {
        context = IngestService.configure(ApplicationContext.builder())
                .properties(Map.of(
                        "kafka.bootstrap.servers",
                        RealStack.get().bootstrapServers(),
                        "dateline.serde",
                        "single-object",
                        "dateline.ingest.port",
                        -1))
                .start();
        url = "http://localhost:"
                + context.getBean(EmbeddedServer.class).start().getPort();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @AfterEach
    void theServiceIsWell() throws Exception {
        HttpResponse<String> health = http.send(
                HttpRequest.newBuilder(URI.create(url + "/health")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(health.statusCode()).isEqualTo(200);
    }

    @Test
    void linesOfMoreThanAnyOtherBodyMayHaveAreTaken() throws Exception {
        int lines = 6_000; // 24 MB
        HttpResponse<String> answer = send(NDJSON, null, BodyPublishers.ofInputStream(() -> repeated(lines, 4_000)));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).path("accepted")).hasSize(lines);
        assertThat(json(answer).path("rejected")).isEmpty();
        assertThat(json(answer).has("acceptedTotal")).isFalse();
    }

    @Test
    void aLineThatIsTooLongCostsNoOther() throws Exception {
        String body = line(1) + "{\"headline\":\"" + "a".repeat(9 * MEGABYTE) + "\"}\n" + line(2) + "\uD83D\n";
        HttpResponse<String> answer = send(NDJSON, null, BodyPublishers.ofString(body));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).path("accepted").findValuesAsText("index")).containsExactly("0", "2");
        assertThat(json(answer).at("/rejected/0/detail").asText()).contains("longer than 8 MiB");
    }

    @Test
    void packedLinesOfSeveralMembersAreAllRead() throws Exception {
        byte[] packed = join(gzip(line(1).getBytes(UTF_8)), gzip(line(2).getBytes(UTF_8)));
        HttpResponse<String> answer = send(NDJSON, "gzip", BodyPublishers.ofByteArray(packed));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).path("accepted")).hasSize(2);
    }

    @Test
    void wrongPackingIsAProblem() throws Exception {
        byte[] packed = gzip((line(1) + line(2)).getBytes(UTF_8));
        byte[] damaged = packed.clone();
        Arrays.fill(damaged, 20, 40, (byte) 0xff);
        refused(400, send(NDJSON, "gzip", BodyPublishers.ofString(line(1))), "gzip");
        refused(
                400,
                send(NDJSON, "gzip", BodyPublishers.ofByteArray(Arrays.copyOf(packed, packed.length - 9))),
                "gzip");
        refused(400, send("application/json", "gzip", BodyPublishers.ofByteArray(damaged)), "gzip");
        refused(400, send("application/json", "gzip", BodyPublishers.ofByteArray(new byte[0])), "gzip");
        refused(415, send(NDJSON, "br", BodyPublishers.ofString(line(1))), "Content-Encoding");
        refused(415, send(NDJSON, "gzip, gzip", BodyPublishers.ofByteArray(packed)), "Content-Encoding");
    }

    @Test
    void bombsAreCutOff() throws Exception {
        byte[] zeros = gzip(new byte[64 * MEGABYTE]);
        refused(413, send(NDJSON, "gzip", BodyPublishers.ofByteArray(zeros)), "larger");
        refused(413, send("application/json", "gzip", BodyPublishers.ofByteArray(zeros)), "larger");
        refused(413, send("application/warc", "gzip", BodyPublishers.ofByteArray(zeros)), "larger");
    }

    @Test
    void whatIsHeldInMemoryIsBoundedEvenIfItsLengthIsNotSaid() throws Exception {
        refused(413, send("application/json", null, BodyPublishers.ofByteArray(new byte[17 * MEGABYTE])), "larger");
        InputStream unsaid = new ByteArrayInputStream(new byte[17 * MEGABYTE]);
        refused(413, send("text/html", null, BodyPublishers.ofInputStream(() -> unsaid)), "larger");
    }

    @Test
    void wiresComeInByTheirMediaTypes() throws Exception {
        HttpResponse<String> message = send("application/vnd.iptc.g2.newsitem+xml", null, file("newsmessage.xml"));
        assertThat(message.statusCode()).isEqualTo(202);
        assertThat(json(message).path("accepted").findValuesAsText("index")).containsExactly("1", "3", "4");
        assertThat(json(message).path("rejected").findValuesAsText("index")).containsExactly("0", "2", "5");
        assertThat(send("application/nitf+xml", null, file("nitf.xml")).statusCode())
                .isEqualTo(202);
        assertThat(send("text/xml", null, file("nitf.xml")).statusCode()).isEqualTo(202);
        assertThat(send("application/json", null, file("ninjs-1.json")).statusCode())
                .isEqualTo(202);
        refused(400, send("application/xml", null, BodyPublishers.ofString("<newsItem>")), "XML");
        refused(422, send("application/vnd.iptc.g2.newsitem+xml", null, BodyPublishers.ofString("<rss/>")), "rss");
    }

    @Test
    void aPackedArchiveComesInPageByPage() throws Exception {
        String page = "<html><head><title>Pier opens again</title></head><body><h1>Pier opens again</h1><p>"
                + "The pier is open again since Monday, and ships greet it, the harbour office said. ".repeat(6)
                + "</p></body></html>";
        byte[] archive = join(
                gzip(response("https://a.example/pier-1", page)),
                gzip(response("https://a.example/none", "<p>nothing</p>")),
                gzip(response("https://a.example/pier-2", page.replace("Pier", "Mole"))));
        HttpResponse<String> answer = send("application/warc", null, BodyPublishers.ofByteArray(archive));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).path("accepted").findValuesAsText("index")).containsExactly("0", "2");
        assertThat(json(answer).at("/rejected/0/detail").asText()).contains("no article");
    }

    private static byte[] response(String address, String page) {
        byte[] block = ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page).getBytes(UTF_8);
        byte[] header = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + address + "\r\nContent-Length: "
                        + block.length + "\r\n\r\n")
                .getBytes(UTF_8);
        return join(header, block, "\r\n\r\n".getBytes(UTF_8));
    }

    private static String line(int number) {
        return "{\"uri\":\"urn:line:" + number
                + "\",\"source\":\"The Post\",\"headline\":\"Pier opens\",\"body\":\"Open.\"}\n";
    }

    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing else
    private static InputStream repeated(int lines, int length) {
        return new SequenceInputStream(new Enumeration<>() {
            private int given;

            @Override
            public boolean hasMoreElements() {
                return given < lines;
            }

            @Override
            public InputStream nextElement() {
                String line = line(1_000 + given++).replace("Open.", "Open. ".repeat(length / 6));
                return new ByteArrayInputStream(line.getBytes(UTF_8));
            }
        });
    }

    private static BodyPublisher file(String name) {
        return BodyPublishers.ofByteArray(WireFiles.bytes(name));
    }

    private static void refused(int status, HttpResponse<String> answer, String word) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).path("detail").asText()).contains(word);
    }

    private HttpResponse<String> send(String type, String encoding, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/v1/articles"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", type)
                .POST(body);
        if (encoding != null) {
            request.header("Content-Encoding", encoding);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
