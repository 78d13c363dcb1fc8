package news.dateline.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as only a socket can send them: ambiguous lengths (RFC 9112, section 6), and senders that never finish. */
class RawRequestsTest {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3}) ");
    private static final int PATIENCE_MILLIS = 10_000;

    private static ApplicationContext context;
    private static int port;

    /** Answers with what it took as the body. */
    @Controller("/echo")
    @Requires(property = "dateline.service", value = "raw-test")
    static class Echo {
        @Post
        @Consumes(MediaType.ALL)
        String echo(@Body byte[] body) {
            return "<" + new String(body, ISO_8859_1) + ">";
        }
    }

    @BeforeAll
    static void start() {
        context = ApplicationContext.builder()
                .properties(Map.of(
                        "dateline.service",
                        "raw-test",
                        "kafka.enabled",
                        false,
                        "micronaut.server.port",
                        -1,
                        "micronaut.server.netty.max-header-size",
                        8192,
                        "micronaut.server.max-request-size",
                        65536,
                        "dateline.http.header-timeout",
                        "500ms",
                        "dateline.http.body-window",
                        "500ms"))
                .start();
        port = context.getBean(EmbeddedServer.class).start().getPort();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void aGoodRequestIsAnswered() throws Exception {
        assertThat(sent(post("Content-Length: 5", "hello")))
                .contains("HTTP/1.1 200")
                .contains("<hello>");
        assertThat(sent(post("Transfer-Encoding: chunked", "5\r\nhello\r\n0\r\n\r\n")))
                .contains("<hello>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5, 6",
                "Content-Length: -5",
                "Content-Length: +5",
                "Content-Length: 0x5",
                "Content-Length: 5 5",
                "Content-Length: 99999999999999999999",
                "Content-Length : 5",
                "X-A: b\r\nbad header line\r\nContent-Length: 5",
                "X\u0001Y: z\r\nContent-Length: 5",
                "X-A: b\u0000c\r\nContent-Length: 5"
            })
    void whatIsAmbiguousOrWrongIsRefusedAndTheConnectionClosed(String headers) throws Exception {
        String answer = sent(post(headers, "hello"));
        assertThat(statusOf(answer)).as(answer).isEqualTo(400);
        assertThat(answer.split("HTTP/1\\.1 ", -1)).as("one answer").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xyz\r\nhello\r\n0\r\n\r\n", "-1\r\nhello\r\n0\r\n\r\n", "FFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n"
            })
    void aChunkWithoutAProperSizeIsRefused(String chunks) throws Exception {
        String answer = sent(post("Transfer-Encoding: chunked", chunks));
        assertThat(statusOf(answer)).as(answer).isEqualTo(400);
        assertThat(answer).contains("application/problem+json").contains("chunks");
    }

    @Test
    void anUnknownTransferCodingIsNoBodyOfOurs() throws Exception {
        String answer = sent(post("Transfer-Encoding: xchunked", "5\r\nhello\r\n0\r\n\r\n"));
        assertThat(answer).doesNotContain("<hello>").doesNotContain("HTTP/1.1 5");
    }

    @Test
    void headersAreBounded() throws Exception {
        assertThat(statusOf(sent(post("X-Long: " + "a".repeat(20_000) + "\r\nContent-Length: 5", "hello"))))
                .isEqualTo(413);
        assertThat(statusOf(sent("GET /" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")))
                .isIn(413, 414);
    }

    @Test
    void aBodyIsBoundedWhetherItsLengthIsSaidOrNot() throws Exception {
        assertThat(statusOf(sent(post("Content-Length: 70000", "a".repeat(70_000)))))
                .isEqualTo(413);
        String chunk = "1000\r\n" + "a".repeat(4096) + "\r\n";
        assertThat(statusOf(sent(post("Transfer-Encoding: chunked", chunk.repeat(20) + "0\r\n\r\n"))))
                .isEqualTo(413);
    }

    @Test
    void whoeverNeverEndsTheHeadersIsCutOff() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write("POST /echo HTTP/1.1\r\nHost: a\r\nX-Slow: ".getBytes(ISO_8859_1));
            assertCutOffWhileSending(socket);
        }
    }

    @Test
    void whoeverSendsABodyByteByByteIsCutOff() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n".getBytes(ISO_8859_1));
            assertCutOffWhileSending(socket);
        }
    }

    /** Sends a byte each time nothing came back for a little while, until the other side closes. */
    private static void assertCutOffWhileSending(Socket socket) throws IOException {
        socket.setSoTimeout(100);
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (System.nanoTime() < end) {
            try {
                if (socket.getInputStream().read() < 0) {
                    return;
                }
            } catch (java.net.SocketTimeoutException e) {
                trickle(socket);
            } catch (IOException e) {
                return; // reset
            }
        }
        throw new AssertionError("the connection was still open after " + PATIENCE_MILLIS + " ms");
    }

    private static void trickle(Socket socket) {
        try {
            socket.getOutputStream().write('a');
        } catch (IOException e) {
            // closed meanwhile: the next read tells
        }
    }

    private static String post(String headers, String body) {
        return "POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: text/plain\r\n" + headers
                + "\r\n\r\n" + body;
    }

    private static int statusOf(String answer) {
        var matcher = STATUS.matcher(answer);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static String sent(String request) throws IOException {
        try (Socket socket = connect()) {
            try {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            } catch (IOException e) {
                // answered before all was sent
            }
            StringBuilder answer = new StringBuilder();
            InputStream in = socket.getInputStream();
            try {
                for (int next = in.read(); next >= 0; next = in.read()) {
                    answer.append((char) next);
                }
            } catch (java.net.SocketException e) {
                // reset after the answer
            }
            return answer.toString();
        }
    }
}
