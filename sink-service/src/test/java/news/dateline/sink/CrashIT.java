package news.dateline.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import news.dateline.embedded.RealStack;
import news.dateline.schemas.topics.Topics;
import news.dateline.sink.store.Failpoint;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The sink is killed between each two of its effects, one life after the other on the same database, and a last one goes
 * on. In each life an article comes that a saved search matches, a kill of an earlier article, and a record that cannot
 * be read.
 */
class CrashIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String run = "crash-" + UUID.randomUUID();
    private final List<JsonNode> posted = new CopyOnWriteArrayList<>();
    private final BlockingQueue<URI> addresses = new LinkedBlockingQueue<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer webhook;
    private Thread follower;

    @BeforeEach
    void start() throws IOException {
        webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.createContext("/", exchange -> {
            posted.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        webhook.start();
        follower = new Thread(this::follow, "follower");
        follower.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        webhook.stop(0);
        follower.interrupt();
        follower.join(TimeUnit.SECONDS.toMillis(30));
    }

    /** A client of the live stream: hears, and after each life of the sink goes on at the next where it was. */
    private void follow() {
        String id = null;
        while (true) {
            URI base;
            try {
                base = addresses.take();
            } catch (InterruptedException e) {
                return;
            }
            try (Socket socket = new Socket(base.getHost(), base.getPort());
                    BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
                String resume = id == null ? "" : "Last-Event-ID: " + id + "\r\n";
                socket.getOutputStream()
                        .write(("GET /v1/stream?q=" + run + " HTTP/1.1\r\nHost: localhost\r\n" + resume + "\r\n")
                                .getBytes(UTF_8));
                String event = null;
                String place = null;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.equals(": connected") && id == null) {
                        heard.add("connected");
                    } else if (line.startsWith("id: ")) {
                        place = line.substring(4);
                    } else if (line.startsWith("event: ")) {
                        event = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        String article =
                                JSON.readTree(line.substring(6)).path("id").asText();
                        id = place;
                        if (article.startsWith(run)) {
                            heard.add(event + " " + article);
                        }
                    }
                }
            } catch (IOException e) {
                // this life is over
            }
        }
    }

    @Test
    void killedBetweenAnyTwoEffectsItLosesAndDoublesNothing() throws Exception {
        List<String> expectedAlerts = new ArrayList<>();
        List<String> expectedEvents = new ArrayList<>(List.of("connected"));
        String database;
        try (RunningSink sink = RunningSink.fresh(MortalSink.QUICK_ALERTS)) {
            database = sink.database();
            sink.awaitAll();
            String search = "{\"name\":\"Crash\",\"q\":\"%s\",\"webhook\":\"http://127.0.0.1:%d/\"}"
                    .formatted(run, webhook.getAddress().getPort());
            assertThat(sink.ask("PUT", "/v1/searches/" + run, search).status()).isLessThan(300);
            addresses.add(sink.base());
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> heard.contains("connected"));
            for (Failpoint point : Failpoint.values()) {
                article("doomed-" + point);
                expectedAlerts.add("article " + run + "-doomed-" + point);
                expectedEvents.add("article " + run + "-doomed-" + point);
            }
            sink.awaitAll();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> posted.size() == expectedAlerts.size() && heard.size() == expectedEvents.size());
        }

        for (Failpoint point : Failpoint.values()) {
            article("born-" + point);
            RunningSink.send(Wire.kill(run + "-doomed-" + point, 2, run));
            RunningSink.send(new ProducerRecord<>(
                    Topics.ENRICHED, 0, (run + "-poison-" + point).getBytes(UTF_8), new byte[] {0, 1, 2}));
            expectedAlerts.addAll(List.of("article " + run + "-born-" + point, "kill " + run + "-doomed-" + point));
            expectedEvents.addAll(List.of("article " + run + "-born-" + point, "kill " + run + "-doomed-" + point));
            liveUntil(point, database);
        }

        List<String> points =
                Arrays.stream(Failpoint.values()).map(Enum::name).sorted().toList();
        try (RunningSink sink = RunningSink.on(database, MortalSink.QUICK_ALERTS)) {
            addresses.add(sink.base());
            sink.awaitAll();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> sink.rows("SELECT FROM alerts WHERE state = 'waiting'")
                            .isEmpty());
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> heard.size() >= expectedEvents.size());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> sink.rows(deadLetters()).size() >= points.size());

            for (String table : List.of("articles", "article_versions", "article_index")) {
                String column = table.equals("articles") ? "id" : "article_id";
                assertThat(sink.rows("SELECT %s FROM %s WHERE %s LIKE '%s%%'".formatted(column, table, column, run)))
                        .as(table)
                        .containsExactlyInAnyOrderElementsOf(points.stream()
                                .map(point -> run + "-born-" + point)
                                .toList());
            }
            assertThat(sink.rows("SELECT article_id FROM kills WHERE article_id LIKE '" + run + "%'"))
                    .containsExactlyInAnyOrderElementsOf(points.stream()
                            .map(point -> run + "-doomed-" + point)
                            .toList());
            assertThat(sink.rows(deadLetters()))
                    .containsExactlyInAnyOrderElementsOf(points.stream()
                            .map(point -> run + "-poison-" + point)
                            .toList());
            assertThat(sink.rows("SELECT event || ' ' || article_id FROM alerts WHERE state = 'delivered'"))
                    .containsExactlyInAnyOrderElementsOf(expectedAlerts);
            assertThat(heard).containsExactlyInAnyOrderElementsOf(expectedEvents);
        }
        // A receiver knows a repetition by its number.
        assertThat(posted.stream()
                        .map(alert ->
                                alert.path("alert") + " " + alert.path("event").asText() + " "
                                        + alert.path("article").path("id").asText())
                        .distinct()
                        .map(alert -> alert.substring(alert.indexOf(' ') + 1)))
                .containsExactlyInAnyOrderElementsOf(expectedAlerts);
    }

    private String deadLetters() {
        return "SELECT convert_from(record_key, 'UTF8') FROM dead_letters WHERE article_id LIKE '" + run + "%'";
    }

    private void article(String name) {
        RunningSink.send(Wire.article(run + "-" + name, 1, run).setSection(run).build());
    }

    /** A life of the sink, which ends at a failpoint. A group of its own spares it the wait for the dead one. */
    private void liveUntil(Failpoint point, String database) throws IOException, InterruptedException {
        RealStack stack = RealStack.get();
        Process process = MortalSink.start(
                stack.bootstrapServers(), database, stack.username(), stack.password(), run + "-" + point, point);
        ProcessHandle handle = process.toHandle();
        var unused = handle.onExit().orTimeout(120, TimeUnit.SECONDS).whenComplete((ended, timeout) -> handle.destroyForcibly());
        String output = MortalSink.output(process, addresses::add);
        assertThat(process.waitFor()).as("%s%n%s", point, output).isEqualTo(MortalSink.KILLED);
    }
}
