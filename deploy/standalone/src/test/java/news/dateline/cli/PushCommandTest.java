package news.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pushing, against a server that takes note of what it gets. */
class PushCommandTest {
    @TempDir
    Path folder;

    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final List<String> types = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private volatile int failFrom = Integer.MAX_VALUE;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/articles", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        boolean fails = bodies.size() >= failFrom;
        String answer = fails
                ? "{\"detail\":\"broken\"}"
                : body.contains("refuse me")
                        ? "{\"detail\":\"cannot be read\"}"
                        : "{\"accepted\":[{\"index\":0,\"id\":\"id-" + bodies.size() + "\"}],\"rejected\":[]}";
        int status = fails ? 500 : body.contains("refuse me") ? 400 : 202;
        if (status == 202) {
            bodies.add(body);
            types.add(exchange.getRequestHeaders().getFirst("Content-Type"));
        }
        byte[] bytes = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void aFolderIsPushedFileByFileAndARefusedOneCostsNoOther() throws IOException {
        write("a.txt", "first page");
        write("b/b.html", "<p>refuse me</p>");
        write("c.json", "{}");
        Run run = push(folder.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(types).containsExactly("text/plain", "application/json");
        assertThat(run.err()).contains("b.html: cannot be read");
        assertThat(run.lines()).containsExactly("id-0", "id-1");
    }

    @Test
    void aPushThatBrokeOffGoesOnWhereItWas() throws IOException {
        Path lines = write("lines.ndjson", lines(0, 1_200));
        Path log = folder.resolve("push.log");
        failFrom = 1;
        Run broken = push(lines.toString(), "--resume", log.toString());
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.err()).contains("broken");
        failFrom = Integer.MAX_VALUE;
        assertThat(push(lines.toString(), "--resume", log.toString()).code()).isZero();
        assertThat(String.join("", bodies)).isEqualTo(lines(0, 1_200));
        assertThat(push(lines.toString(), "--resume", log.toString()).code()).isZero();
        assertThat(bodies).hasSize(3);
    }

    @Test
    void aFileThatHasChangedIsPushedAnew() throws IOException {
        Path lines = write("lines.ndjson", lines(0, 2));
        Path log = folder.resolve("push.log");
        push(lines.toString(), "--resume", log.toString());
        Files.writeString(log, Files.readString(log) + "{\"file\":\"cut o");
        write("lines.ndjson", lines(0, 3));
        assertThat(push(lines.toString(), "--resume", log.toString()).code()).isZero();
        assertThat(bodies).containsExactly(lines(0, 2), lines(0, 3));
    }

    @Test
    void anArchiveGoesInPartsOfItsResponses() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        for (int i = 0; i < 9; i++) {
            archive.writeBytes(
                    "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 3\r\n\r\nGET\r\n\r\n".getBytes(UTF_8));
            archive.writeBytes(response("https://a.example/" + i, i + "x".repeat(1_000_000)));
        }
        Path file = folder.resolve("crawl.warc");
        Files.write(file, archive.toByteArray());
        Path log = folder.resolve("push.log");
        failFrom = 1;
        push(file.toString(), "--resume", log.toString());
        failFrom = Integer.MAX_VALUE;
        assertThat(push(file.toString(), "--resume", log.toString()).code()).isZero();
        String all = String.join("", bodies);
        assertThat(bodies).hasSize(2);
        assertThat(types).containsOnly("application/warc");
        assertThat(all).doesNotContain("request");
        for (int i = 0; i < 9; i++) {
            assertThat(all.split("https://a.example/" + i, -1)).hasSize(2);
        }
    }

    @Test
    void aSingleRefusedFileIsAFailureOfOneLine() throws IOException {
        Path page = write("a.html", "<p>refuse me</p>");
        Run run = push(page.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().strip().lines()).hasSize(1);
    }

    static byte[] response(String address, String page) {
        byte[] block = ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page).getBytes(UTF_8);
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: " + address + "\r\nContent-Length: "
                        + block.length + "\r\n\r\n")
                .getBytes(UTF_8));
        record.writeBytes(block);
        record.writeBytes("\r\n\r\n".getBytes(UTF_8));
        return record.toByteArray();
    }

    private Run push(String... args) {
        List<String> all = new ArrayList<>(List.of("push"));
        all.addAll(List.of(args));
        all.addAll(List.of("--server", "http://127.0.0.1:" + server.getAddress().getPort()));
        return Run.of(all.toArray(String[]::new));
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"uri\":\"urn:" + i + "\"}\n")
                .collect(Collectors.joining());
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
