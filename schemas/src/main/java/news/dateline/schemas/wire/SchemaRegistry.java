package news.dateline.schemas.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.avro.Schema;

/**
 * A schema registry by the API of Confluent's, which Apicurio Registry offers at {@code /apis/ccompat/v7}: what setting
 * up and checking need. Thread-safe; holds nothing that must be closed.
 */
public final class SchemaRegistry {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String api;

    /** @param url base address of the registry, as for {@link AvroSerdes#registry} */
    public SchemaRegistry(String url) {
        int path = url.indexOf("/apis/");
        String base = path < 0 ? url : url.substring(0, path);
        this.api = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/apis/ccompat/v7";
    }

    /** Whether this very schema is registered under the subject. */
    public boolean has(String subject, Schema schema) {
        HttpResponse<String> answer = post("/subjects/" + subject, schema);
        if (answer.statusCode() == 404) {
            return false;
        }
        ok(answer);
        return true;
    }

    /**
     * Registers the schema, or finds it registered.
     *
     * @return its id
     * @throws IncompatibleSchemaException if the subject's rule refuses it
     */
    public int register(String subject, Schema schema) {
        HttpResponse<String> answer = post("/subjects/" + subject + "/versions", schema);
        if (answer.statusCode() == 409 || answer.statusCode() == 422) {
            throw new IncompatibleSchemaException(subject, schema, message(answer));
        }
        return ok(answer).path("id").asInt();
    }

    /** Makes every later version of the subject compatible with all before, both ways. */
    public void holdFullTransitive(String subject) {
        ok(send(request("/config/" + subject)
                .PUT(BodyPublishers.ofString("{\"compatibility\":\"FULL_TRANSITIVE\"}"))
                .build()));
    }

    /**
     * Sees that the registry knows the schema, so that nothing fails at the first record.
     *
     * @throws IncompatibleSchemaException if it is not registered under the subject
     * @throws UncheckedIOException if the registry does not answer
     */
    public void require(String subject, Schema schema) {
        if (!has(subject, schema)) {
            throw new IncompatibleSchemaException(
                    subject, schema, "it is not registered there; run the setup job first");
        }
    }

    private HttpResponse<String> post(String path, Schema schema) {
        ObjectNode body = json.createObjectNode().put("schema", schema.toString());
        return send(request(path).POST(BodyPublishers.ofString(body.toString())).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path)).timeout(TIMEOUT).header("Content-Type", MEDIA_TYPE);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 500 || answer.statusCode() == TOO_MANY_REQUESTS) {
                throw new IOException("Answer " + answer.statusCode());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("The schema registry does not answer at " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the schema registry", e);
        }
    }

    private JsonNode ok(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("The schema registry refuses " + answer.uri() + " with "
                    + answer.statusCode() + ": " + message(answer));
        }
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema registry's answer is no JSON at " + answer.uri(), e);
        }
    }

    private String message(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body()).path("message").asText(answer.body());
        } catch (JsonProcessingException e) {
            return answer.body();
        }
    }
}
