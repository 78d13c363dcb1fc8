package news.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Saved searches: what matches is told to webhooks, signed, once it is stored. */
class AlertsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static RunningSink sink;

    private final String run = "r" + UUID.randomUUID().toString().replace("-", "");

    @BeforeAll
    static void start() {
        sink = RunningSink.fresh(Map.of(
                "dateline.sink.alerts.private-targets",
                true,
                "dateline.sink.alerts.poll",
                "50ms",
                "dateline.sink.alerts.first-retry",
                "50ms",
                "dateline.sink.alerts.attempts",
                3));
        sink.awaitAll();
    }

    @AfterAll
    static void stop() {
        sink.close();
    }

    /** A webhook: what it got, and what it answers. */
    private static final class Hook implements AutoCloseable {
        private final List<JsonNode> got = new CopyOnWriteArrayList<>();
        private final List<Boolean> signed = new CopyOnWriteArrayList<>();
        private final AtomicInteger failures = new AtomicInteger();
        private final HttpServer server;

        Hook() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                byte[] body = exchange.getRequestBody().readAllBytes();
                boolean fails = failures.getAndDecrement() > 0;
                if (!fails) {
                    signed.add(signature(exchange.getRequestHeaders().getFirst("X-Dateline-Time"), body)
                            .equals(exchange.getRequestHeaders().getFirst("X-Dateline-Signature")));
                    got.add(JSON.readTree(body));
                }
                exchange.sendResponseHeaders(fails ? 500 : 204, -1);
                exchange.close();
            });
            server.start();
        }

        private static String signature(String time, byte[] body) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec("a secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
                return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
        }

        List<String> events(int number) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> got.size() >= number);
            return got.stream()
                    .map(alert -> alert.path("event").asText() + " "
                            + alert.at("/article/version").asInt())
                    .toList();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private RunningSink.Answer save(String condition, String webhook) {
        return sink.ask(
                "PUT",
                "/v1/searches/" + run,
                "{\"name\":\"Mine\"," + condition + ",\"webhook\":\"" + webhook + "\",\"secret\":\"a secret\"}");
    }

    @Test
    void articleCorrectionAndKillAreToldSignedAndOnce() throws IOException {
        try (Hook hook = new Hook()) {
            assertThat(save("\"q\":\"" + run + " ferries\",\"entity\":\"lindau\"", hook.url())
                            .status())
                    .isEqualTo(200);

            RunningSink.send(Wire.article(run + "-other", 1, run).build());
            RunningSink.send(Wire.article(run + "-1", 1, run).setSection(run).build());
            hook.events(1);
            RunningSink.send(Wire.article(run + "-1", 2, run).setSection(run).build());
            RunningSink.send(Wire.article(run + "-1", 2, run).setSection(run).build());
            hook.events(2);
            RunningSink.send(Wire.kill(run + "-1", 3, run));

            assertThat(hook.events(3)).containsExactly("article 1", "correction 2", "kill 3");
            assertThat(hook.signed).containsOnly(true);
            assertThat(hook.got.get(0).at("/search/name").asText()).isEqualTo("Mine");
            assertThat(hook.got.get(0).at("/article/id").asText()).isEqualTo(run + "-1");
            assertThat(hook.got.get(2).path("article").toString())
                    .isEqualTo("{\"id\":\"" + run
                            + "-1\",\"version\":3,\"status\":\"canceled\",\"reason\":\"wrong person named\"}");
        }
    }

    @Test
    void webhookThatFailsIsTriedAgain() throws IOException {
        try (Hook hook = new Hook()) {
            hook.failures.set(2);
            save("\"q\":\"" + run + "\"", hook.url());

            RunningSink.send(Wire.article(run + "-1", 1, run).setSection(run).build());

            assertThat(hook.events(1)).containsExactly("article 1");
        }
    }

    @Test
    void alertIsGivenUpAsDeadAndItsReasonKept() throws IOException {
        try (Hook hook = new Hook()) {
            hook.failures.set(100);
            save("\"source\":\"" + run + "\"", hook.url());

            RunningSink.send(Wire.article(run + "-1", 1, run).build());

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> sink.rows(
                                    "SELECT state, attempts, last_error FROM alerts WHERE search_id = '" + run + "'")
                            .equals(List.of("dead|3|The webhook answered 500")));
            assertThat(hook.got).isEmpty();
        }
    }

    @Test
    void articleKilledBeforeItWasToldIsNeverTold() {
        save("\"source\":\"" + run + "\"", "http://127.0.0.1:9/nobody");
        sink.execute("UPDATE saved_searches SET webhook = NULL WHERE id = '" + run + "'"); // nothing is tried now
        sink.execute("INSERT INTO alerts (search_id, article_id, version, event) VALUES ('" + run + "', '" + run
                + "-1', 1, 'article')");

        RunningSink.send(Wire.kill(run + "-1", 2, run));
        sink.awaitAll();

        assertThat(sink.rows("SELECT event FROM alerts WHERE search_id = '" + run + "'"))
                .isEmpty();
    }

    @Test
    void savedSearchIsReadListedAndDeletedAndItsSecretNeverShown() {
        save("\"topic\":\"medtop:04000000\"", "http://127.0.0.1:9/nobody");

        RunningSink.Answer read = sink.get("/v1/searches/" + run);
        RunningSink.Answer list = sink.get("/v1/searches?limit=200");
        int deleted = sink.ask("DELETE", "/v1/searches/" + run, null).status();

        assertThat(read.json().path("topic").asText()).isEqualTo("medtop:04000000");
        assertThat(read.text()).doesNotContain("a secret");
        assertThat(list.json().path("searches").findValuesAsText("id")).contains(run);
        assertThat(deleted).isEqualTo(200);
        assertThat(sink.get("/v1/searches/" + run).status()).isEqualTo(404);
        assertThat(sink.ask("DELETE", "/v1/searches/" + run, null).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"q\":\"x\",\"webhook\":\"ftp://example.org\"}",
                "{\"q\":\"x\",\"webhook\":\"nonsense\"}",
                "{\"q\":\"x\",\"webhook\":\"http://user@example.org/\"}",
                "[1]",
                "{"
            })
    void wrongSearchIsRefused(String body) {
        RunningSink.Answer answer = sink.ask("PUT", "/v1/searches/" + run, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
    }

    @Test
    void webhookOnAPrivateAddressIsRefusedUnlessAllowed() {
        try (RunningSink strict = RunningSink.fresh()) {
            strict.awaitAll();
            for (String host :
                    List.of("127.0.0.1", "10.1.2.3", "169.254.169.254", "[::1]", "[fd00::1]", "[::ffff:10.0.0.1]")) {
                RunningSink.Answer answer =
                        strict.ask("PUT", "/v1/searches/x", "{\"q\":\"x\",\"webhook\":\"http://" + host + "/\"}");

                assertThat(answer.status()).as(host).isEqualTo(400);
                assertThat(answer.json().path("detail").asText()).contains("private");
            }
        }
    }
}
