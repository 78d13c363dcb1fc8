package news.dateline.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import news.dateline.embedded.RealStack;
import news.dateline.ingest.IngestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Subscriptions through the API of two instances, against a real broker. */
class FeedsIT {
    private static final String GROUP = "feeds-it-" + UUID.randomUUID();
    private static final List<ApplicationContext> INSTANCES = new ArrayList<>();
    private static final List<String> URLS = new ArrayList<>();
    private static HttpServer publisher;
    private static String feed;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publisher.createContext("/feed", exchange -> {
            try (exchange) {
                byte[] body = ("<rss><channel><title>The Post</title><item><title>Bridge opens</title>"
                                + "<link>https://feeds-it.example/bridge</link></item></channel></rss>")
                        .getBytes(UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        publisher.start();
        feed = "http://127.0.0.1:" + publisher.getAddress().getPort();
        for (boolean allowPrivate : new boolean[] {true, false}) {
            ApplicationContext instance = IngestService.configure(ApplicationContext.builder())
                    .properties(Map.of(
                            "kafka.bootstrap.servers",
                            RealStack.get().bootstrapServers(),
                            "dateline.serde",
                            "single-object",
                            "dateline.ingest.port",
                            -1,
                            "dateline.fetch.allow-private",
                            allowPrivate,
                            "dateline.feeds.enabled",
                            allowPrivate,
                            "dateline.feeds.group",
                            GROUP))
                    .start();
            INSTANCES.add(instance);
            URLS.add("http://localhost:"
                    + instance.getBean(EmbeddedServer.class).start().getPort());
        }
        HttpClient client = HttpClient.newHttpClient();
        for (String url : URLS) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> client.send(
                                            HttpRequest.newBuilder(URI.create(url + "/v1/feeds"))
                                                    .build(),
                                            HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200);
        }
    }

    @AfterAll
    static void stop() {
        INSTANCES.forEach(ApplicationContext::close);
        publisher.stop(0);
    }

    @Test
    void aSubscriptionIsPolledAndItsStateIsShownByEveryInstance() throws Exception {
        HttpResponse<String> put = put(0, "post", "{\"url\":\"" + feed + "/feed\",\"interval\":\"PT1S\"}");
        assertThat(put.statusCode()).isEqualTo(201);
        assertThat(json(put).path("interval").asText()).isEqualTo("PT1S");
        assertThat(get(0, "/v1/feeds/post").statusCode()).as("read your writes").isEqualTo(200);
        for (int instance = 0; instance < 2; instance++) {
            int asked = instance;
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                JsonNode shown = json(get(asked, "/v1/feeds/post"));
                assertThat(shown.path("title").asText()).isEqualTo("The Post");
                assertThat(shown.path("lastSuccess").asText()).isNotBlank();
                assertThat(shown.path("itemsSeen").asInt()).isEqualTo(1);
                assertThat(shown.path("error").isNull()).isTrue();
                assertThat(shown.path("silent").asBoolean()).isFalse();
                assertThat(shown.has("silentSince")).isTrue();
            });
        }
        assertThat(put(1, "post", "{\"url\":\"https://post.example/feed\"}").statusCode())
                .isEqualTo(200);
        assertThat(json(get(1, "/v1/feeds/post")).path("interval").asText()).isEqualTo("PT5M");
    }

    @Test
    void aFailingFeedSaysWhyAndWhenItIsTriedAgain() throws Exception {
        put(0, "broken", "{\"url\":\"" + feed + "/nothing\",\"interval\":\"PT1S\"}");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode shown = json(get(1, "/v1/feeds/broken"));
            assertThat(shown.path("error").asText()).contains("404");
            assertThat(shown.path("failures").asInt()).isPositive();
            assertThat(shown.path("nextPoll").asText()).isNotBlank();
        });
    }

    @Test
    void aDeletedSubscriptionIsGoneEverywhere() throws Exception {
        put(0, "short-lived", "{\"url\":\"" + feed + "/feed\",\"interval\":\"PT1S\"}");
        HttpResponse<String> deleted = send(HttpRequest.newBuilder(URI.create(URLS.get(0) + "/v1/feeds/short-lived"))
                .DELETE());
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(get(0, "/v1/feeds/short-lived").statusCode()).isEqualTo(404);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get(1, "/v1/feeds/short-lived").statusCode() == 404);
    }

    @Test
    void theListComesInPagesById() throws Exception {
        for (String id : List.of("list-a", "list-b", "list-c")) {
            put(0, id, "{\"url\":\"https://post.example/" + id + "\",\"interval\":\"P7D\"}");
        }
        JsonNode page = json(get(0, "/v1/feeds?limit=2&cursor=list-"));
        assertThat(page.at("/feeds/0/id").asText()).isEqualTo("list-a");
        assertThat(page.path("feeds")).hasSize(2);
        assertThat(page.path("next").asText()).isEqualTo("list-b");
        JsonNode all = json(get(0, "/v1/feeds?limit=1000"));
        assertThat(all.path("next").isNull()).isTrue();
    }

    @Test
    void whatIsWrongWithASubscriptionIsSaid() throws Exception {
        refused("x", "{}", "url is missing");
        refused("x", "[]", "object");
        refused("x", "{\"url\":\"ftp://a.example/\"}", "http");
        refused("x", "{\"url\":\"http://169.254.169.254/latest\"}", "public internet");
        refused("x", "{\"url\":\"http://2130706433/\"}", "url");
        refused("x", "{\"url\":\"http://localhost/\"}", "public internet");
        refused("x", "{\"url\":\"https://a.example/\",\"interval\":\"5 minutes\"}", "PT5M");
        refused("x", "{\"url\":\"https://a.example/\",\"interval\":\"PT0.1S\"}", "from PT1S");
        refused("x", "{\"url\":\"https://a.example/\",\"fullText\":\"yes\"}", "fullText");
        refused("-x", "{\"url\":\"https://a.example/\"}", "id");
        refused("x", "{\"url\":", "");
        assertThat(get(0, "/v1/feeds?limit=0").statusCode()).isEqualTo(400);
        assertThat(get(0, "/v1/feeds/x").statusCode()).isEqualTo(404);
    }

    /** The second instance fetches the public internet alone. */
    private void refused(String id, String body, String word) throws Exception {
        HttpResponse<String> answer = put(1, id, body);
        assertThat(answer.statusCode()).as(body).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).path("detail").asText()).isNotBlank().contains(word);
    }

    private HttpResponse<String> put(int instance, String id, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(URLS.get(instance) + "/v1/feeds/" + id))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(int instance, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(URLS.get(instance) + path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
