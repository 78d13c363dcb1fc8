package news.dateline.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Sends to the ingest service until it is answered for good. Some requests are given up early, as by a sender whose
 * patience is short, and sent again with the same key. For one thread.
 */
final class Door {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MOST_PATIENCE = Duration.ofMinutes(10);
    private static final int IMPATIENT_EVERY = 8;
    private static final int SHORTEST_MILLIS = 5;
    private static final int IMPATIENT_MILLIS = 300;
    private static final long PAUSE_MILLIS = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String url;
    private final Random random;
    private final Tally tally;
    private final Findings findings;

    Door(String url, long seed, Tally tally, Findings findings) {
        this.url = url;
        this.random = new Random(seed);
        this.tally = tally;
        this.findings = findings;
    }

    /** Nothing was accepted for so long that there is no point in waiting. */
    static final class ClosedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ClosedException(String message) {
            super(message);
        }
    }

    /**
     * The answer to a push, null if it was refused for good.
     *
     * @throws ClosedException if nothing is accepted for minutes
     */
    JsonNode push(List<ObjectNode> items, String key) throws InterruptedException {
        String body = items.stream().map(ObjectNode::toString).collect(Collectors.joining("\n"));
        return send(
                HttpRequest.newBuilder(URI.create(url + "/v1/articles"))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8)),
                key);
    }

    /** The answer to a kill, null if it was refused for good. */
    JsonNode kill(String id, String key) throws InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create(url + "/v1/articles/" + id + "?reason=wrong"))
                        .DELETE(),
                key);
    }

    private JsonNode send(HttpRequest.Builder request, String key) throws InterruptedException {
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        long deadline = System.nanoTime() + MOST_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            boolean impatient = random.nextInt(IMPATIENT_EVERY) == 0;
            request.timeout(
                    impatient ? Duration.ofMillis(SHORTEST_MILLIS + random.nextInt(IMPATIENT_MILLIS)) : PATIENCE);
            try {
                HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
                tally.answered(answer.statusCode());
                if (answer.statusCode() == 202) {
                    return json(answer.body());
                }
                if (!isPassing(answer)) {
                    return null;
                }
            } catch (IOException e) {
                tally.unanswered();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new ClosedException("nothing was accepted for " + MOST_PATIENCE.toMinutes() + " minutes");
    }

    private boolean isPassing(HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean passing = status == 409 || status == 429 || status == 503;
        if (!passing || answer.headers().firstValue("Retry-After").isEmpty()) {
            findings.add(Findings.Kind.WRONG_ANSWER, status + " " + answer.body());
        }
        return passing || status / 100 == 5;
    }

    private JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            findings.add(Findings.Kind.WRONG_ANSWER, "no JSON: " + e.getOriginalMessage());
            return null;
        }
    }
}
