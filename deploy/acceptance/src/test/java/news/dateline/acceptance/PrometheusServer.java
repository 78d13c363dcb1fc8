package news.dateline.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The machine's own Prometheus with the scrape configuration and the alert rules of the stack; only the places where
 * the services are found are replaced.
 */
final class PrometheusServer implements AutoCloseable {
    private static final Path OBSERVABILITY = Path.of("../observability");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final int port;

    private PrometheusServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean installed() {
        return Files.isExecutable(Path.of("/usr/bin/prometheus"));
    }

    /** @param ports where each job's service is */
    static PrometheusServer start(Map<String, Integer> ports) throws IOException {
        Path folder = Files.createTempDirectory("dateline-prometheus");
        String config = Files.readString(OBSERVABILITY.resolve("prometheus.yaml"));
        for (Map.Entry<String, Integer> job : ports.entrySet()) {
            config = config.replaceAll(
                    "(job_name: " + job.getKey() + "\n.*\n +)dns_sd_configs: .*",
                    "$1static_configs: [{targets: [\"127.0.0.1:" + job.getValue() + "\"]}]");
        }
        Files.writeString(folder.resolve("prometheus.yaml"), config.replace("10s", "2s"));
        Files.copy(OBSERVABILITY.resolve("alerts.yaml"), folder.resolve("alerts.yaml"));
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        "/usr/bin/prometheus",
                        "--config.file=" + folder.resolve("prometheus.yaml"),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        return new PrometheusServer(process, port);
    }

    /** The values that the expression has now, NaN left out; none where Prometheus does not answer yet. */
    List<Double> query(String expression) {
        JsonNode answer = get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        List<Double> values = new ArrayList<>();
        for (JsonNode result : answer.path("data").path("result")) {
            double value = result.path("value").path(1).asDouble();
            if (!Double.isNaN(value)) {
                values.add(value);
            }
        }
        return values;
    }

    /** Names of the alert rules whose expression Prometheus could not work out, with its reason. */
    List<String> brokenRules() {
        List<String> broken = new ArrayList<>();
        for (JsonNode rule :
                get("/api/v1/rules").path("data").path("groups").path(0).path("rules")) {
            if (!rule.path("health").asText().equals("ok")) {
                broken.add(rule.path("name").asText() + ": "
                        + rule.path("lastError").asText());
            }
        }
        return broken;
    }

    private JsonNode get(String path) {
        try {
            return JSON.readTree(HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            return JSON.missingNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
