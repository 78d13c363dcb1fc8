package news.dateline.ingest.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetcherTest {
    private static final FetchSettings SETTINGS = new FetchSettings(
            true, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(20), 100_000, "Dateline/test");

    private HttpServer server;
    private String base;
    private Fetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
        fetcher = new Fetcher(SETTINGS);
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
    }

    @Test
    void conditionsAndOurNameAreSent() throws FetchException {
        AtomicReference<String> seen = new AtomicReference<>();
        on("/feed", exchange -> {
            var headers = exchange.getRequestHeaders();
            seen.set(headers.getFirst("If-None-Match") + " " + headers.getFirst("If-Modified-Since") + " "
                    + headers.getFirst("User-Agent") + " " + headers.getFirst("Cookie"));
            answer(exchange, 304, new byte[0]);
        });
        Answer answer = fetcher.fetch(new Query(base + "/feed", "*/*", "\"v1\"", "Tue, 03 Mar 2026 08:00:00 GMT"));
        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(seen).hasValue("\"v1\" Tue, 03 Mar 2026 08:00:00 GMT Dateline/test null");
    }

    @Test
    void packedBodiesAreUnpacked() throws IOException, FetchException {
        packed("gzip", gzip("hello".getBytes(UTF_8)));
        packed("deflate", deflate("hello".getBytes(UTF_8)));
        packed("br", Base64.getDecoder().decode("CwKAaGVsbG8D"));
        packed(null, gzip("hello".getBytes(UTF_8)));
        packed("gzip", "hello".getBytes(UTF_8));
    }

    private void packed(String encoding, byte[] body) throws FetchException {
        String path = "/packed-" + encoding + body.length;
        on(path, exchange -> {
            if (encoding != null) {
                exchange.getResponseHeaders().set("Content-Encoding", encoding);
            }
            answer(exchange, 200, body);
        });
        assertThat(get(path).body()).as("Content-Encoding %s", encoding).isEqualTo("hello".getBytes(UTF_8));
    }

    @Test
    void aBombIsNotUnpackedBeyondTheBound() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);
        byte[] doubled = gzip(bomb);
        on("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, bomb);
        });
        on("/doubled", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, doubled);
        });
        assertThatThrownBy(() -> get("/bomb"))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("larger than");
        assertThatThrownBy(() -> get("/doubled")).hasMessageContaining("larger than");
    }

    @Test
    void anEndlessBodyIsGivenUp() {
        on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[8_192]);
                }
            }
        });
        assertThatThrownBy(() -> get("/endless")).hasMessageContaining("larger than");
    }

    @Test
    void aBodyThatIsCutOffSaysSo() throws FetchException {
        on("/cut", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("half".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        Answer answer = get("/cut");
        assertThat(answer.body()).isEqualTo("half".getBytes(UTF_8));
        assertThat(answer.cut()).contains("cut off");
    }

    @Test
    void aServerThatIsSilentIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        on("/silent", exchange -> await(never));
        try (Fetcher hasty = new Fetcher(settings(Duration.ofMillis(200), Duration.ofSeconds(20)))) {
            assertThatThrownBy(() -> hasty.fetch(Query.of(base + "/silent", "*/*")))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("did not answer in time");
        } finally {
            never.countDown();
        }
    }

    @Test
    void aServerThatTricklesIsGivenUp() throws FetchException {
        CountDownLatch given = new CountDownLatch(1);
        on("/trickle", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (given.getCount() > 0) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
            }
        });
        try (Fetcher hasty = new Fetcher(new FetchSettings(
                true, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMillis(300), 2_000_000_000, "t"))) {
            assertThat(hasty.fetch(Query.of(base + "/trickle", "*/*")).cut()).isNotNull();
        } finally {
            given.countDown();
        }
    }

    @Test
    void permanentRedirectsAreToldFromOthers() throws FetchException {
        redirect("/old", 301, "/older");
        redirect("/older", 308, base + "/new");
        redirect("/new", 302, "/today");
        redirect("/today", 301, "/today-2");
        on("/today-2", exchange -> answer(exchange, 200, "x".getBytes(UTF_8)));
        Answer answer = get("/old");
        assertThat(answer.url()).isEqualTo(base + "/today-2");
        assertThat(answer.permanentUrl()).isEqualTo(base + "/new");
        assertThat(get("/new").permanentUrl()).isNull();
    }

    @Test
    void redirectsInARingEnd() {
        redirect("/a", 302, "/b");
        redirect("/b", 302, "/a");
        assertThatThrownBy(() -> get("/a")).hasMessageContaining("redirects");
    }

    @Test
    void aRedirectToAnAddressThatMayNotBeFetchedIsRefused() {
        redirect("/file", 302, "file:///etc/passwd");
        redirect("/user", 302, "http://a:b@127.0.0.1/");
        assertThatThrownBy(() -> get("/file")).hasMessageContaining("http://");
        assertThatThrownBy(() -> get("/user")).hasMessageContaining("user");
    }

    @Test
    void aRedirectIntoAnOwnNetworkIsRefused() throws Exception {
        assertThatThrownBy(() -> new UrlRules(false).check("http://169.254.169.254/"))
                .isInstanceOf(FetchException.class);
        on("/secret", exchange -> answer(exchange, 200, "secret".getBytes(UTF_8)));
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        names.add("rebound.example", InetAddress.getLoopbackAddress());
        FetchSettings strict = new FetchSettings(
                false, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(20), 1_000, "t");
        try (Fetcher checked = new Fetcher(strict, new CheckedResolver(names, false))) {
            assertThatThrownBy(() -> checked.fetch(Query.of("http://rebound.example/secret", "*/*")))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("not on the public internet");
        }
    }

    @Test
    void robotsTxtIsKeptAndObeyed() {
        AtomicInteger asked = new AtomicInteger();
        on("/robots.txt", exchange -> {
            asked.incrementAndGet();
            answer(
                    exchange,
                    200,
                    "User-agent: *\nAllow: /\nUser-agent: dateline\nDisallow: /private\nCrawl-delay: 2\n"
                            .getBytes(UTF_8));
        });
        Robots robots = new Robots(fetcher, Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC));
        assertThat(robots.allow(URI.create(base + "/public/a"))).isTrue();
        assertThat(robots.allow(URI.create(base + "/private/a"))).isFalse();
        assertThat(robots.delay(URI.create(base + "/a"))).isEqualTo(Duration.ofSeconds(2));
        assertThat(asked).hasValue(1);
    }

    @Test
    void withoutRobotsTxtAllIsAllowedAndWithABrokenServerNothing() {
        Clock clock = Clock.systemUTC();
        assertThat(new Robots(fetcher, clock).allow(URI.create(base + "/a"))).isTrue();
        on("/robots.txt", exchange -> answer(exchange, 503, new byte[0]));
        assertThat(new Robots(fetcher, clock).allow(URI.create(base + "/a"))).isFalse();
    }

    @Test
    void aHostIsAskedByOneAtATimeWithAPauseBetween() {
        AtomicReference<Long> now = new AtomicReference<>(0L);
        HostGate gate = new HostGate(Duration.ofSeconds(1), now::get);
        assertThat(gate.tryEnter("a")).isTrue();
        assertThat(gate.tryEnter("a")).isFalse();
        assertThat(gate.tryEnter("b")).isTrue();
        gate.leave("a", null);
        assertThat(gate.tryEnter("a")).isFalse();
        now.set(Duration.ofSeconds(1).toNanos());
        assertThat(gate.tryEnter("a")).isTrue();
        gate.leave("a", Duration.ofSeconds(5));
        now.set(Duration.ofSeconds(5).toNanos());
        assertThat(gate.tryEnter("a")).isFalse();
    }

    private static FetchSettings settings(Duration read, Duration total) {
        return new FetchSettings(true, Duration.ofSeconds(2), read, total, 100_000, "t");
    }

    private Answer get(String path) throws FetchException {
        return fetcher.fetch(Query.of(base + path, "*/*"));
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void on(String path, Handler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private void redirect(String from, int status, String to) {
        on(from, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            answer(exchange, status, "moved".getBytes(UTF_8));
        });
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
            deflate.write(plain);
        }
        return packed.toByteArray();
    }
}
