package news.dateline.ingest.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import news.dateline.embedded.EmbeddedKafka;
import news.dateline.embedded.Ports;
import news.dateline.ingest.IngestService;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be taken in is refused in so many words, and taken in again as soon as it can be. */
class BrokerAwayIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void withoutABrokerArticlesAreRefusedAndWithItTheyAreTakenInAgain() throws Exception {
        int port = Ports.claim(0, "the broker");
        EmbeddedKafka kafka = EmbeddedKafka.start(folder, port);
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            Topics.in(AvroSerdes.singleObject()).createMissing(admin, 1, (short) 1);
        }
        try (ApplicationContext context = ingest(kafka.bootstrapServers(), Map.of())) {
            String url = url(context);
            String key = UUID.randomUUID().toString();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() ->
                            assertThat(post(url, key, "urn:1").statusCode()).isEqualTo(202));
            kafka.close();

            for (String idempotencyKey : new String[] {null, UUID.randomUUID().toString()}) {
                HttpResponse<String> refused = post(url, idempotencyKey, "urn:2");
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                assertThat(refused.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/problem+json");
            }

            kafka = EmbeddedKafka.start(folder, port);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .untilAsserted(() ->
                            assertThat(post(url, null, "urn:2").statusCode()).isEqualTo(202));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .untilAsserted(() ->
                            assertThat(post(url, key, "urn:1").statusCode()).isEqualTo(202));
        } finally {
            kafka.close();
        }
    }

    @Test
    void moreThanFitsIsRefusedAndASenderThatGoesAwayMakesRoom() throws Exception {
        try (ApplicationContext context = ingest("127.0.0.1:1", Map.of("dateline.ingest.intake.requests", 1))) {
            String url = url(context);
            try (Socket slow =
                    new Socket(InetAddress.getLoopbackAddress(), URI.create(url).getPort())) {
                slow.getOutputStream()
                        .write(("POST /v1/articles HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: 1000\r\n\r\n{")
                                .getBytes(ISO_8859_1));
                slow.getOutputStream().flush();
                Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                    HttpResponse<String> refused = malformed(url);
                    assertThat(refused.statusCode()).isEqualTo(503);
                    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
                });
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(malformed(url).statusCode()).isEqualTo(400));
        }
    }

    private static ApplicationContext ingest(String bootstrapServers, Map<String, Object> more) {
        return IngestService.configure(ApplicationContext.builder())
                .properties(more)
                .properties(Map.of(
                        "kafka.bootstrap.servers",
                        bootstrapServers,
                        "dateline.serde",
                        "single-object",
                        "dateline.ingest.port",
                        -1))
                .start();
    }

    private static String url(ApplicationContext context) {
        return "http://localhost:"
                + context.getBean(EmbeddedServer.class).start().getPort();
    }

    private HttpResponse<String> malformed(String url) throws Exception {
        return send(url, null, "{");
    }

    private HttpResponse<String> post(String url, String key, String uri) throws Exception {
        return send(
                url,
                key,
                "{\"uri\":\"" + uri + "\",\"source\":{\"id\":\"harbour-post\"},\"headline\":\"Pier\",\"body\":\"B.\"}");
    }

    private HttpResponse<String> send(String url, String key, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/v1/articles"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
