package news.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dateline up} as users run it: a process of its own, stopped by signals. */
class UpIT {
    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void afterKillNineTheNextUpGoesOnWithoutLoss() throws IOException, InterruptedException {
        Running first = up();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(push(first, "Before the storm, number " + i + "."));
        }
        // Killed at once, so that some are stored and some are still on their way.
        first.process().destroyForcibly().waitFor();

        Running second = up();
        ids.add(push(second, "After the storm."));

        for (String id : ids) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> status(second, id) == 200);
        }
    }

    @Test
    void aSignalStopsItAndTheDataStay() throws IOException, InterruptedException {
        Running first = up();
        String id = push(first, "A quiet day in the harbour.");
        first.process().destroy();
        assertThat(first.process().waitFor(20, TimeUnit.SECONDS)).isTrue();

        Running second = up();

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> status(second, id) == 200);
    }

    @Test
    void aSecondOnTheSameDataSaysSoInOneLine() throws IOException, InterruptedException {
        up();
        Process second = start(ProcessBuilder.Redirect.PIPE);
        String said = new String(second.getErrorStream().readAllBytes(), UTF_8);
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(said.strip().lines())
                .singleElement()
                .asString()
                .contains("Another stack runs on the data in " + data);
    }

    private record Running(Process process, String ingest, String sink) {}

    private Running up() throws IOException {
        Process process = start(ProcessBuilder.Redirect.INHERIT);
        String ingest = null;
        String sink = null;
        BufferedReader out = process.inputReader(UTF_8);
        for (String line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
            assertThat(line).as("a line before the end of the output").isNotNull();
            ingest = line.startsWith("ingest ") ? line.split(" +", 2)[1] : ingest;
            sink = line.startsWith("sink ") ? line.split(" +", 2)[1] : sink;
        }
        return new Running(process, ingest, sink);
    }

    private Process start(ProcessBuilder.Redirect errors) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=cli/logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Dateline.class.getName(),
                "up",
                "--data",
                data.toString()));
        for (String part : List.of("ingest", "enrich", "sink", "kafka", "postgres")) {
            command.addAll(List.of("--" + part + "-port", "0"));
        }
        Process process = new ProcessBuilder(command).redirectError(errors).start();
        started.add(process);
        return process;
    }

    private String push(Running to, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(to.ingest() + "/v1/articles"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"headline\": \"News from the harbour\", \"body\": \"" + body + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.body().replaceAll("(?s).*\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private int status(Running of, String id) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(of.sink() + "/v1/articles/" + id))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
