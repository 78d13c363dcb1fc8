package news.dateline.cli;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import news.dateline.sink.rebuild.Rebuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills a new store from the topics beside the running one, and puts it in its place. */
@Command(
        name = "rebuild",
        description = "Fill a new store from the topics, beside the running one, and switch to it.",
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "The sink's database; $DATASOURCES_DEFAULT_URL or the embedded one if not given.")
    private String url;

    @Option(names = "--username", description = "Owner of the database; $DATASOURCES_DEFAULT_USERNAME or dateline.")
    private String username;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Bootstrap servers.")
    private String kafka;

    @Override
    public Integer call() throws SQLException, InterruptedException {
        String embedded = "jdbc:postgresql://127.0.0.1:" + Addresses.port("POSTGRES", 5432) + "/dateline";
        Map<String, Object> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", Addresses.kafka(kafka));
        settings.put("dateline.serde", System.getenv().getOrDefault("DATELINE_SERDE", "single-object"));
        long[] told = {Long.MAX_VALUE};
        new Rebuild(
                        given(url, "DATASOURCES_DEFAULT_URL", embedded),
                        given(username, "DATASOURCES_DEFAULT_USERNAME", "dateline"),
                        given(null, "DATASOURCES_DEFAULT_PASSWORD", "dateline"),
                        settings)
                .run(left -> {
                    if (left < told[0] * 0.9) {
                        told[0] = left;
                        System.err.println("dateline: " + left + " records to read");
                    }
                });
        System.err.println("dateline: the new store serves");
        return 0;
    }

    private static String given(String option, String variable, String usual) {
        String environment = System.getenv(variable);
        String found = option != null ? option : environment;
        return found != null && !found.isBlank() ? found : usual;
    }
}
