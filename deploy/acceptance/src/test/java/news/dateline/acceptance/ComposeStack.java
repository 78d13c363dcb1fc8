package news.dateline.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The stack of {@code deploy/compose.yaml} as a project of its own, on free ports, driven by {@code docker} and HTTP as
 * its user would. The volumes go with it when it is closed.
 */
final class ComposeStack implements AutoCloseable {
    private static final Path FILE = Path.of("../compose.yaml").toAbsolutePath().normalize();
    private static final List<String> PORTS =
            List.of("INGEST", "ENRICH", "SINK", "ENRICH_2", "SINK_2", "KAFKA", "POSTGRES", "REGISTRY");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String project = "dateline-test-" + ProcessHandle.current().pid();
    private final Map<String, String> environment = new HashMap<>();

    ComposeStack() {
        for (String port : PORTS) {
            try (ServerSocket free = new ServerSocket(0)) {
                environment.put("DATELINE_" + port + "_PORT", Integer.toString(free.getLocalPort()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Builds the images and starts what is started by default, as the README says. */
    void build() {
        compose("up", "--build", "--wait");
    }

    /** Starts what else these options of {@code docker compose} name, with the images that there are. */
    void up(String... options) {
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(List.of("up", "--wait"));
        compose(words.toArray(String[]::new));
    }

    int port(String name) {
        return Integer.parseInt(environment.get("DATELINE_" + name + "_PORT"));
    }

    String bootstrapServers() {
        return "localhost:" + port("KAFKA");
    }

    String registry() {
        return "http://127.0.0.1:" + port("REGISTRY");
    }

    /** The answer to a push of NDJSON, or 0 where nobody answers. */
    int push(String ndjson) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("INGEST") + "/v1/articles"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(ndjson))
                .build();
        return status(request);
    }

    int kill(String id) {
        return status(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port("INGEST") + "/v1/articles/" + id + "?reason=Retracted"))
                .timeout(Duration.ofSeconds(30))
                .DELETE()
                .build());
    }

    /** The status of a page of the sink, or 0 where nobody answers. */
    int sinkStatus(String path) {
        return status(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("SINK") + path))
                .timeout(Duration.ofSeconds(30))
                .build());
    }

    JsonNode search(String query) {
        return get("http://127.0.0.1:" + port("SINK") + "/v1/articles?" + query);
    }

    JsonNode get(String url) {
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    BodyHandlers.ofString());
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            return JSON.missingNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int status(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One value out of the database. */
    String sql(String query) {
        return compose("exec", "-T", "postgres", "psql", "-U", "dateline", "-d", "dateline", "-Atc", query)
                .strip();
    }

    /** SIGTERM; the exit code of its main process. */
    int stop(String service) {
        docker("stop", container(service));
        return Integer.parseInt(docker("inspect", "--format", "{{.State.ExitCode}}", container(service))
                .strip());
    }

    void start(String service) {
        docker("start", container(service));
    }

    String container(String service) {
        return project + "-" + service + "-1";
    }

    String compose(String... words) {
        List<String> command = new ArrayList<>(List.of("compose", "-f", FILE.toString(), "-p", project));
        command.addAll(List.of(words));
        return docker(command.toArray(String[]::new));
    }

    String docker(String... words) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException("docker cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        compose("--profile", "scale", "down", "--volumes", "--timeout", "5");
    }
}
