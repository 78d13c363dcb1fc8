package news.dateline.edge.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DoorTest {
    private static final String KEYS = "wire:ingest:" + ApiKeys.hash("wire-key") + ",desk:read:"
            + ApiKeys.hash("desk-key") + ",chief:ingest+read+operate:" + ApiKeys.hash("chief-key") + ",slow:read:"
            + ApiKeys.hash("slow-key") + ":2/h";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private ApplicationContext context;
    private String url;

    /** Routes like those of the services. */
    @Controller
    @Requires(property = "dateline.service", value = "door-test")
    static class Routes {
        @Get("/v1/things")
        String read() {
            return "[]";
        }

        @Post("/v1/things")
        @Access(Role.INGEST)
        String send() {
            return "{}";
        }

        @Put("/v1/feeds")
        String change() {
            return "{}";
        }

        @Get("/failing")
        String fail() {
            throw new IllegalStateException("a secret of the program");
        }
    }

    /** Routes that all need the same. */
    @Controller("/v1/kept")
    @Access(Role.INGEST)
    @Requires(property = "dateline.service", value = "door-test")
    static class KeptRoutes {
        @Delete
        String remove() {
            return "{}";
        }
    }

    @BeforeEach
    void start() {
        logged.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(logged);
        ((Logger) LoggerFactory.getLogger("dateline.audit")).setLevel(Level.INFO);
        ((Logger) LoggerFactory.getLogger("news.dateline")).setLevel(Level.TRACE);
        start(Map.of("dateline.api-keys", KEYS));
    }

    private void start(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("dateline.service", "door-test");
        properties.put("kafka.enabled", false);
        properties.put("micronaut.server.port", -1);
        context = ApplicationContext.builder().properties(properties).start();
        url = "http://localhost:"
                + context.getBean(EmbeddedServer.class).start().getPort();
    }

    @AfterEach
    void stop() {
        context.close();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(logged);
    }

    @Test
    void withoutAKeyNothingButHealthAndTheApisDescriptionIsOpen() throws Exception {
        HttpResponse<String> answer = send(get("/v1/things"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .anyMatch(value -> value.startsWith("Bearer"))
                .anyMatch(value -> value.startsWith("Basic"));
        assertThat(send(get("/no-such-thing")).statusCode()).isEqualTo(401);
        assertThat(send(get("/healthy")).statusCode()).isEqualTo(401);
        assertThat(send(get("/swagger-ui")).statusCode()).isEqualTo(200);
        assertThat(send(get("/swagger-ui/start.js")).statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyIsTakenFromEachHeader() throws Exception {
        String basic = Base64.getEncoder().encodeToString("anyone:desk-key".getBytes(UTF_8));
        assertThat(send(get("/v1/things").header("Authorization", "Bearer desk-key"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(get("/v1/things").header("X-Api-Key", "desk-key")).statusCode())
                .isEqualTo(200);
        assertThat(send(get("/v1/things").header("Authorization", "Basic " + basic))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNoKeyIsRefusedInEveryForm() throws Exception {
        for (String value :
                List.of("", "Bearer", "Bearer ", "Bearer nope", "Basic !", "Basic bm9uZQ==", "Digest a=b")) {
            assertThat(send(get("/v1/things").header("Authorization", value)).statusCode())
                    .as(value)
                    .isEqualTo(401);
        }
    }

    @Test
    void eachRoleOpensItsOwnRoutesAlone() throws Exception {
        Map<String, List<Integer>> expected = Map.of(
                "wire-key", List.of(403, 200, 403, 200),
                "desk-key", List.of(200, 403, 403, 403),
                "chief-key", List.of(200, 200, 200, 200));
        for (Map.Entry<String, List<Integer>> entry : expected.entrySet()) {
            HttpRequest.BodyPublisher none = HttpRequest.BodyPublishers.noBody();
            assertThat(List.of(
                            status(get("/v1/things"), entry.getKey()),
                            status(get("/v1/things").POST(none), entry.getKey()),
                            status(get("/v1/feeds").PUT(none), entry.getKey()),
                            status(get("/v1/kept").DELETE(), entry.getKey())))
                    .as(entry.getKey())
                    .isEqualTo(entry.getValue());
        }
    }

    @Test
    void aMissingRoleIsNamed() throws Exception {
        HttpResponse<String> answer = send(get("/v1/things").header("X-Api-Key", "wire-key"));
        assertThat(answer.body()).contains("'read'");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains("insufficient_scope");
    }

    @Test
    void aKeyMaySendItsQuotaAndIsToldWhenToGoOn() throws Exception {
        assertThat(send(get("/v1/things").header("X-Api-Key", "slow-key"))
                        .headers()
                        .firstValue("RateLimit"))
                .contains("\"key\";r=1;t=0");
        assertThat(status(get("/v1/things"), "slow-key")).isEqualTo(200);
        HttpResponse<String> answer = send(get("/v1/things").header("X-Api-Key", "slow-key"));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 1800L);
        assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"key\";q=2;w=3600");
        assertThat(status(get("/v1/things"), "desk-key")).isEqualTo(200);
    }

    @Test
    void whatOperatorsDoAndWhoIsRefusedIsRecordedAndNoKeyIsEverLogged() throws Exception {
        status(get("/v1/feeds").PUT(HttpRequest.BodyPublishers.noBody()), "chief-key");
        status(get("/v1/things"), "wrong-key");
        status(get("/v1/things"), "wire-key");
        status(get("/failing"), "chief-key");

        List<String> lines = logged.list.stream()
                .map(event -> event.getFormattedMessage() + " " + event.getThrowableProxy())
                .toList();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("event=operate key=chief method=PUT path=/v1/feeds")
                        && line.contains("status=200"))
                .anyMatch(line -> line.startsWith("event=key-refused key=- method=GET") && line.contains("status=401"))
                .anyMatch(line -> line.startsWith("event=key-refused key=wire") && line.contains("status=403"))
                .noneMatch(line -> line.contains("wrong-key")
                        || line.contains("chief-key")
                        || line.contains("wire-key")
                        || line.contains(ApiKeys.hash("chief-key")));
    }

    @Test
    void everyAnswerHasTheSecurityHeaders() throws Exception {
        for (String path : List.of("/v1/things", "/swagger-ui", "/no-such-thing", "/failing")) {
            for (HttpResponse<String> answer :
                    List.of(send(get(path)), send(get(path).header("X-Api-Key", "chief-key")))) {
                assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                        .as(path)
                        .contains("nosniff");
                assertThat(answer.headers().firstValue("Referrer-Policy"))
                        .as(path)
                        .contains("no-referrer");
                assertThat(answer.headers()
                                .firstValue("Content-Security-Policy")
                                .orElse(""))
                        .as(path)
                        .contains("default-src 'self'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe");
                assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                        .isEmpty();
            }
        }
    }

    @Test
    void aFailureTellsNothingOfTheProgram() throws Exception {
        HttpResponse<String> answer = send(get("/failing").header("X-Api-Key", "chief-key"));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void withoutKeysEveryoneMayDoEverythingButPagesOfOtherSites() throws Exception {
        context.close();
        start(Map.of());
        HttpRequest.BodyPublisher none = HttpRequest.BodyPublishers.noBody();
        assertThat(send(get("/v1/feeds").PUT(none)).statusCode()).isEqualTo(200);
        assertThat(send(get("/v1/feeds").PUT(none).header("Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(get("/v1/feeds").PUT(none).header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(get("/v1/things").header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    private int status(HttpRequest.Builder request, String key) throws Exception {
        return send(request.header("X-Api-Key", key)).statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
