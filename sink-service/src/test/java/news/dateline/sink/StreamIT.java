package news.dateline.sink;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import news.dateline.EnrichedArticle;
import news.dateline.EntityType;
import news.dateline.PubStatus;
import news.dateline.schemas.json.ArticleJson;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /v1/stream}: what a client hears, live and after an absence. */
class StreamIT {
    private static final int QUEUE = 64;

    private static RunningSink sink;

    private final String run = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        sink = RunningSink.fresh(
                Map.of("dateline.sink.stream.heartbeat", "300ms", "dateline.sink.stream.queue", QUEUE));
        sink.awaitAll();
    }

    @AfterAll
    static void stop() {
        sink.close();
    }

    /** A client that reads as it is asked to. */
    private static final class Client implements AutoCloseable {
        private static final ObjectMapper JSON = new ObjectMapper();
        private final Socket socket;
        private final BufferedReader in;

        Client(RunningSink sink, String query, String lastEventId) {
            try {
                socket = new Socket(sink.base().getHost(), sink.base().getPort());
                socket.setSoTimeout(30_000);
                String resume = lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
                socket.getOutputStream()
                        .write(("GET /v1/stream" + query + " HTTP/1.1\r\nHost: localhost\r\n" + resume + "\r\n")
                                .getBytes(US_ASCII));
                in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
                until(": connected");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void until(String line) throws IOException {
            for (String read = in.readLine(); !line.equals(read); read = in.readLine()) {
                if (read == null) {
                    throw new IOException("The stream ended before '" + line + "'");
                }
            }
        }

        /** The next event: its name, its id and its data. */
        Event next() {
            long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
            try {
                String id = null;
                String name = null;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (System.nanoTime() > deadline) {
                        throw new IOException("Nothing was told but that the connection stands");
                    }
                    if (line.startsWith("id: ")) {
                        id = line.substring(4);
                    } else if (line.startsWith("event: ")) {
                        name = line.substring(7);
                    } else if (line.startsWith("data: ")) {
                        return new Event(name, id, JSON.readTree(line.substring(6)));
                    }
                }
                return null;
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<String> heard(int events) {
            List<String> heard = new ArrayList<>();
            for (int i = 0; i < events; i++) {
                heard.add(next().toString());
            }
            return heard;
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Event(String name, String id, JsonNode data) {
        @Override
        public String toString() {
            return name + " " + data.path("id").asText() + " v"
                    + data.path("version").asInt();
        }
    }

    private static Client live(String query) {
        return new Client(sink, query, null);
    }

    private EnrichedArticle.Builder article(String name, int version) {
        return Wire.article(run + name, version, run);
    }

    @Test
    void articleCorrectionAndKillAreToldAsTheyCome() {
        try (Client client = live("?q=" + run)) {
            EnrichedArticle article = article("-1", 1).setSection(run).build();
            RunningSink.send(article);
            RunningSink.send(article("-1", 2).setSection(run).build(), Wire.kill(run + "-1", 3, run));

            Event first = client.next();
            Event second = client.next();
            Event third = client.next();

            assertThat(first.name()).isEqualTo("article");
            assertThat(first.data()).isEqualTo(ArticleJson.write(article));
            assertThat(second).hasToString("correction " + run + "-1 v2");
            assertThat(third.name()).isEqualTo("kill");
            assertThat(third.data().toString())
                    .isEqualTo("{\"id\":\"" + run
                            + "-1\",\"version\":3,\"status\":\"canceled\",\"reason\":\"wrong person named\"}");
            assertThat(List.of(first.id(), second.id(), third.id())).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"entity=%s", "topic=medtop:13000000&entity=%s", "q=zebras+%s", "q=\"brass+bands\"+%s"})
    void filterLetsThroughWhatItIsAboutAndEveryKill(String filter) {
        String name = "Anton " + run;
        try (Client client =
                live("?" + filter.formatted(URLEncoder.encode(name, UTF_8)).replace("\"", "%22"))) {
            RunningSink.send(Wire.article(run + "-other", 1, run).build());
            RunningSink.send(Wire.kill(run + "-other", 2, run));
            RunningSink.send(article("-hit", 1)
                    .setBody("A zebra and brass bands came with " + name)
                    .setEntities(List.of(Wire.entity(EntityType.PERSON, name, null, name)))
                    .build());

            assertThat(client.heard(2))
                    .containsExactlyInAnyOrder("kill " + run + "-other v2", "article " + run + "-hit v1");
        }
    }

    @Test
    void correctionIsToldWhenTheOldOrTheNewVersionMatches() {
        String name = run + "-corrected";
        RunningSink.send(article("-a", 1).setHeadline(name).build());
        sink.awaitAll();
        try (Client client = live("?q=" + name)) {
            RunningSink.send(article("-a", 2).build()); // matches no more
            RunningSink.send(article("-a", 3).build()); // neither did
            RunningSink.send(article("-a", 4).setHeadline(name).build()); // again

            assertThat(client.heard(2)).containsExactly("correction " + run + "-a v2", "correction " + run + "-a v4");
        }
    }

    @Test
    void clientThatWasAwayHearsEverythingSinceAndOfTheKilledOnlyTheKill() {
        try (RunningSink own = RunningSink.fresh()) {
            own.awaitAll();
            String last;
            try (Client client = new Client(own, "?q=" + run, null)) {
                RunningSink.send(article("-1", 1).setSection(run).build());
                last = client.next().id();
            }
            RunningSink.send(article("-1", 2).setSection(run).build());
            RunningSink.send(article("-2", 1).setSection(run).build());
            RunningSink.send(Wire.kill(run + "-2", 2, run));
            own.awaitAll();

            List<String> fromMemory;
            try (Client client = new Client(own, "?q=" + run, last)) {
                fromMemory = client.heard(2);
            }
            own.stop();
            own.start(); // knows nothing of what was before
            own.awaitAll();
            try (Client client = new Client(own, "?q=" + run, last)) {
                List<String> fromKafka = client.heard(2);
                RunningSink.send(article("-1", 3).setSection(run).build());
                String live = client.next().toString();

                assertThat(fromMemory)
                        .containsExactlyInAnyOrder("correction " + run + "-1 v2", "kill " + run + "-2 v2");
                assertThat(fromKafka).containsExactlyInAnyOrderElementsOf(fromMemory);
                assertThat(live).isEqualTo("correction " + run + "-1 v3");
            }
        }
    }

    @Test
    void clientThatComesAgainAndAgainWhileNewsComesInMissesNothing() {
        int events = 600;
        // Keeps next to nothing in memory, so that every return reads the topic.
        try (RunningSink own = RunningSink.fresh(Map.of("dateline.sink.stream.recent", "1"))) {
            own.awaitAll();
            Thread sender = new Thread(() -> {
                for (int i = 0; i < events; i++) {
                    RunningSink.send(article("-" + i, 1).setSection(run).build());
                }
            });
            List<String> heard = new ArrayList<>();
            String last = null;
            while (heard.size() < events) {
                try (Client client = new Client(own, "?q=" + run, last)) {
                    if (last == null) {
                        sender.start();
                    }
                    for (int i = 0; i < 20 && heard.size() < events; i++) {
                        Event event = client.next();
                        heard.add(event.toString());
                        last = event.id();
                    }
                }
            }
            assertThat(heard).doesNotHaveDuplicates().contains("article " + run + "-" + (events - 1) + " v1");
        }
    }

    @Test
    void idThatIsNotKeptAnyMoreIsAnsweredWithAGapFirst() {
        RunningSink.send(article("-1", 1).setSection(run).build());
        sink.awaitAll();

        try (Client client = new Client(sink, "?q=" + run, "anotherTopic:3,4")) {
            Event gap = client.next();

            assertThat(gap.name()).isEqualTo("gap");
            assertThat(gap.id()).isNotEmpty();
            List<String> heard = new ArrayList<>();
            Awaitility.await()
                    .until(() -> heard.add(client.next().toString()) && heard.contains("article " + run + "-1 v1"));
        }
    }

    @Test
    void savedSearchIsAFilter() {
        sink.ask("PUT", "/v1/searches/" + run, "{\"q\":\"" + run + "\",\"source\":\"" + run + "\"}");
        try (Client client = live("?search=" + run)) {
            RunningSink.send(
                    Wire.article(run + "-0", 1, "another").setSection(run).build());
            RunningSink.send(article("-1", 1).setSection(run).build());

            assertThat(client.heard(1)).containsExactly("article " + run + "-1 v1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1:", "t:1;2", "t:99999999999999999999"})
    void malformedIdIsRefused(String id) throws IOException {
        try (Socket socket = new Socket(sink.base().getHost(), sink.base().getPort())) {
            socket.getOutputStream()
                    .write(("GET /v1/stream HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nLast-Event-ID: " + id
                                    + "\r\n\r\n")
                            .getBytes(US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "Last-Event-ID must be");
        }
    }

    @Test
    void connectionIsKeptOpenByComments() throws IOException {
        try (Client client = live("?q=" + run)) {
            client.until(": heartbeat");
            client.until(": heartbeat");
        }
    }

    @Test
    void articleWithheldFromTheStartIsNotTold() {
        try (Client client = live("?q=" + run)) {
            RunningSink.send(article("-1", 1)
                    .setSection(run)
                    .setStatus(PubStatus.withheld)
                    .build());
            RunningSink.send(article("-1", 2).setSection(run).build());

            assertThat(client.next().data().path("version").asInt()).isEqualTo(2);
        }
    }

    @Test
    void clientThatDoesNotReadIsDroppedAndTheOthersHearEverything() {
        // In a field without words to index: later sinks of this JVM read the topic from its beginning.
        String large = "no use ".repeat(30_000);
        try (Client slow = live("?q=" + run);
                Client good = live("?q=" + run)) {
            int events = QUEUE + 100; // more than the queue and the sockets' buffers hold
            Thread sender = new Thread(() -> {
                for (int i = 0; i < events; i++) {
                    RunningSink.send(article("-" + i, 1)
                            .setSection(run)
                            .setUsageTerms(large + i)
                            .build());
                }
            });
            sender.start();

            List<String> heard = good.heard(events);

            assertThat(heard).doesNotHaveDuplicates().hasSize(events);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                try {
                    return slow.next() == null;
                } catch (IllegalStateException | UncheckedIOException e) {
                    return true; // reset by the server, in the middle of an event
                }
            });
        }
    }

    @Test
    void thousandClientsOfOneInstanceHearTheSame() {
        List<Client> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                clients.add(live("?q=" + run));
            }
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                RunningSink.send(article("-" + i, 1).setSection(run).build());
                expected.add("article " + run + "-" + i + " v1");
            }

            for (Client client : clients) {
                assertThat(client.heard(20)).containsExactlyInAnyOrderElementsOf(expected);
            }
            assertThat(sink.get("/prometheus").text()).contains("dateline_sink_stream_clients");
        } finally {
            clients.forEach(Client::close);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> sink.get("/prometheus")
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("dateline_sink_stream_clients"))
                        .allMatch(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))) < 100));
    }
}
