package news.dateline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Talks to a running stack, with the API key of {@code DATELINE_API_KEY} where it is set. Overload and loss are waited
 * out as the server asks ({@code Retry-After}).
 */
final class Http {
    private static final int MOST_TRIES = 10;
    private static final String KEY_VARIABLE = "DATELINE_API_KEY";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** What the server answered: status, and the body as JSON, missing if it is none. */
    record Answer(int status, JsonNode json, String text) {
        boolean isOk() {
            return status / 100 == 2;
        }

        /** What the server says is wrong. */
        String detail() {
            String detail = json.path("detail").asText(json.path("message").asText(""));
            return detail.isEmpty() ? "the server answered " + status : detail;
        }
    }

    Answer get(String url) {
        return send(request(url).GET());
    }

    Answer delete(String url) {
        return send(request(url).DELETE());
    }

    Answer post(String url, String contentType, byte[] body) {
        return send(
                request(url).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static HttpRequest.Builder request(String url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(url));
        String key = System.getenv(KEY_VARIABLE);
        return key == null || key.isBlank() ? request : request.header("Authorization", "Bearer " + key.strip());
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new Failure("'" + url + "' is no address");
        }
    }

    private Answer send(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(Duration.ofSeconds(60)).build();
        try {
            HttpResponse<String> response = null;
            for (int i = 0; i < MOST_TRIES; i++) {
                response = client.send(built, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (response.statusCode() != 429 && response.statusCode() != 503) {
                    break;
                }
                Thread.sleep(1000L * secondsToWait(response));
            }
            return new Answer(response.statusCode(), json(response.body()), response.body());
        } catch (ConnectException e) {
            throw new Failure("Nothing answers at " + built.uri().resolve("/") + "; start it with 'dateline up'");
        } catch (IOException e) {
            throw new Failure(built.uri().resolve("/") + " broke off: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted");
        }
    }

    private static long secondsToWait(HttpResponse<?> response) {
        String asked = response.headers().firstValue("Retry-After").orElse("");
        return asked.matches("[0-9]{1,3}") ? Long.parseLong(asked) : 1;
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
