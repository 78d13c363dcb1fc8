package news.dateline.enrich.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.Mention;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.annotate.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpRecognizerTest {
    private static final ArticleText ARTICLE =
            new ArticleText("Storm Amy nears", "", "Bergen waits for Storm Amy.", "en", List.of(), null);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        ended.countDown();
        server.stop(0);
    }

    @Test
    void whatTheServiceFindsBecomesEntities() throws IOException {
        answer(
                200,
                "{\"entities\":[{\"type\":\"EVENT\",\"score\":0.9,\"mentions\":["
                        + "{\"field\":\"headline\",\"start\":0,\"end\":9},{\"field\":\"body\",\"start\":17,\"end\":26}]}]}");

        List<Entity> found = recognizer(Map.of()).annotate(ARTICLE);

        assertThat(found).singleElement().satisfies(storm -> {
            assertThat(storm.getType()).isEqualTo(EntityType.EVENT);
            assertThat(storm.getName()).isEqualTo("Storm Amy");
            assertThat(storm.getRecognizer()).isEqualTo("storms@1");
            assertThat(storm.getMentions())
                    .containsExactly(
                            new Mention("headline", 0, 9, "Storm Amy"), new Mention("body", 17, 26, "Storm Amy"));
        });
        assertThat(new ObjectMapper().readTree(asked.get(0)).path("body").asText())
                .isEqualTo(ARTICLE.body());
    }

    @Test
    void aTypeThatIsNotKnownIsOther() {
        answer(200, "{\"entities\":[{\"type\":\"SHIP\",\"mentions\":[{\"field\":\"body\",\"start\":0,\"end\":6}]}]}");
        assertThat(recognizer(Map.of()).annotate(ARTICLE).get(0).getType()).isEqualTo(EntityType.OTHER);
    }

    @Test
    void aMentionOutsideItsFieldMakesTheAnswerWrong() {
        answer(
                200,
                "{\"entities\":[{\"type\":\"EVENT\",\"mentions\":[{\"field\":\"body\",\"start\":20,\"end\":99}]}]}");
        assertThatThrownBy(() -> recognizer(Map.of()).annotate(ARTICLE))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("outside its field");
    }

    @Test
    void aServiceThatDoesNotAnswerInTimeIsNotWaitedFor() {
        server.createContext("/", exchange -> {
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        assertThatThrownBy(() -> recognizer(Map.of("timeout", "PT0.2S")).annotate(ARTICLE))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("timed out after 200 ms");
    }

    @Test
    void afterFailuresInARowItIsNotAskedAnyMore() {
        answer(500, "");
        Annotator<List<Entity>> recognizer = recognizer(Map.of("failures", "2"));
        for (String reason : List.of("status 500", "status 500", "left alone", "left alone")) {
            assertThatThrownBy(() -> recognizer.annotate(ARTICLE)).hasMessageContaining(reason);
        }
        assertThat(asked).hasSize(2);
    }

    @Test
    void settingsThatCannotBeAreNamed() {
        HttpRecognizerProvider provider = new HttpRecognizerProvider();
        assertThat(provider.open(Map.of())).isEmpty();
        assertThatThrownBy(() -> provider.open(Map.of("url", "ftp://x", "model", "m@1")))
                .hasMessageContaining("http.url");
        assertThatThrownBy(() -> provider.open(Map.of("url", "http://x"))).hasMessageContaining("http.model");
        assertThatThrownBy(() -> provider.open(Map.of("url", "http://x", "model", "m@1", "timeout", "2s")))
                .hasMessageContaining("http.timeout");
        assertThatThrownBy(() -> provider.open(Map.of("url", "http://x", "model", "m@1", "failures", "0")))
                .hasMessageContaining("http.failures");
    }

    private Annotator<List<Entity>> recognizer(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("url", "http://127.0.0.1:" + server.getAddress().getPort() + "/tag");
        settings.put("model", "storms@1");
        return new HttpRecognizerProvider().open(settings).orElseThrow();
    }

    private void answer(int status, String body) {
        server.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
