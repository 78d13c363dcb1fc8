package news.dateline.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import news.dateline.sink.store.Failpoint;
import news.dateline.sink.store.Failpoints;

/**
 * A sink in a process of its own that ends at a failpoint as if killed: no thread, no shutdown hook and no finally block
 * runs on.
 */
public final class MortalSink {
    /** What the process answers when it ended at its failpoint. */
    static final int KILLED = 42;

    static final Map<String, Object> QUICK_ALERTS = Map.of(
            "dateline.sink.alerts.private-targets",
            true,
            "dateline.sink.alerts.poll",
            "50ms",
            "dateline.sink.alerts.first-retry",
            "50ms");

    private static final String ADDRESS = "address ";

    private MortalSink() {}

    /** Arguments: bootstrap servers, database, its user and password, consumer group, failpoint. */
    public static void main(String[] args) {
        Failpoint last = Failpoint.valueOf(args[5]);
        Failpoints failpoints = point -> {
            if (point == last) {
                Runtime.getRuntime().halt(KILLED);
            }
        };
        Map<String, Object> properties = settings(args[0], args[1], args[2], args[3], args[4]);
        properties.putAll(QUICK_ALERTS);
        ApplicationContext context = SinkService.configure(ApplicationContext.builder())
                .properties(properties)
                .singletons(failpoints)
                .start();
        System.out.println(
                ADDRESS + context.getBean(EmbeddedServer.class).start().getURI());
    }

    /** The settings of a sink on a stack. */
    static Map<String, Object> settings(
            String bootstrapServers, String database, String username, String password, String group) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("kafka.bootstrap.servers", bootstrapServers);
        properties.put("dateline.serde", "single-object");
        properties.put("dateline.sink.port", "-1");
        properties.put("dateline.sink.consume.group", group);
        properties.put("datasources.default.url", database);
        properties.put("datasources.default.username", username);
        properties.put("datasources.default.password", password);
        properties.put("datasources.default.maximum-pool-size", "4");
        return properties;
    }

    /** Starts one with the arguments of {@link #main}. */
    static Process start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                MortalSink.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Reads what a process prints until it ends, and tells its address if it lives to have one. */
    static String output(Process process, Consumer<URI> address) throws IOException {
        StringBuilder output = new StringBuilder();
        try (BufferedReader in = process.inputReader(UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                output.append(line).append('\n');
                if (line.startsWith(ADDRESS)) {
                    address.accept(URI.create(line.substring(ADDRESS.length())));
                }
            }
        }
        return output.toString();
    }
}
