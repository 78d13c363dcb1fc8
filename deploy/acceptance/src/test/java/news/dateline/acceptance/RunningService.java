package news.dateline.acceptance;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import news.dateline.enrich.EnrichService;
import news.dateline.ingest.IngestService;
import news.dateline.sink.SinkService;

/** One service in this JVM, without Kafka, registry and database behind it, on a port of its own. */
final class RunningService implements AutoCloseable {
    static final Set<String> NAMES = Set.of("ingest", "enrich", "sink");

    private final ApplicationContext context;
    private final EmbeddedServer server;

    private RunningService(ApplicationContext context) {
        this.context = context;
        this.server = context.getBean(EmbeddedServer.class).start();
    }

    static RunningService start(String name) {
        try {
            Path state = Files.createTempDirectory("dateline-" + name);
            return new RunningService(configure(name, ApplicationContext.builder(Environment.TEST))
                    .properties(Map.of(
                            "kafka.bootstrap.servers",
                            "127.0.0.1:1",
                            "dateline.serde",
                            "single-object",
                            "dateline.enrich.state-dir",
                            state.toString(),
                            "micronaut.server.port",
                            -1))
                    .start());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The port of the service's own settings. */
    static int defaultPort(String name) {
        try (ApplicationContext settings = configure(name, ApplicationContext.builder())
                .eagerInitConfiguration(false)
                .build()) {
            return settings.getEnvironment().start().getRequiredProperty("micronaut.server.port", Integer.class);
        }
    }

    private static ApplicationContextBuilder configure(String name, ApplicationContextBuilder builder) {
        return switch (name) {
            case "ingest" -> IngestService.configure(builder);
            case "enrich" -> EnrichService.configure(builder);
            case "sink" -> SinkService.configure(builder);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The status at a path. */
    int get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.getURL() + path))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
