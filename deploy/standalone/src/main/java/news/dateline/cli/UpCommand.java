package news.dateline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import news.dateline.standalone.Stack;
import news.dateline.standalone.StackSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the whole stack until it is stopped. */
@Command(
        name = "up",
        description = "Run the whole stack on this host, its data on disk, until Ctrl-C or SIGTERM.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "Where the data is kept (default: ${DEFAULT-VALUE}).")
    private Path data = defaultData();

    @Option(names = "--ingest-port", description = "Port of the ingest service (8081).")
    private Integer ingestPort;

    @Option(names = "--enrich-port", description = "Port of the enrich service (8082).")
    private Integer enrichPort;

    @Option(names = "--sink-port", description = "Port of the sink service (8083).")
    private Integer sinkPort;

    @Option(names = "--kafka-port", description = "Port of Kafka (9092).")
    private Integer kafkaPort;

    @Option(names = "--postgres-port", description = "Port of PostgreSQL (5432).")
    private Integer postgresPort;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Stack stack = Stack.start(new StackSettings(
                data.toAbsolutePath(),
                true,
                port(ingestPort, "INGEST", 8081),
                port(enrichPort, "ENRICH", 8082),
                port(sinkPort, "SINK", 8083),
                port(kafkaPort, "KAFKA", 9092),
                port(postgresPort, "POSTGRES", 5432)));
        System.out.println("ingest      " + stack.ingestUrl());
        System.out.println("enrich      " + stack.enrichUrl());
        System.out.println("sink        " + stack.sinkUrl());
        System.out.println("Kafka       " + stack.bootstrapServers());
        System.out.println("PostgreSQL  " + stack.jdbcUrl() + " (user and password: " + stack.databaseUser() + ")");
        System.out.println("data        " + data.toAbsolutePath());
        System.out.println("ready");
        System.out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private static int port(Integer given, String name, int usual) {
        return given != null ? given : Addresses.port(name, usual);
    }

    private static Path defaultData() {
        String home = System.getenv("XDG_DATA_HOME");
        Path base = home == null || home.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(home);
        return base.resolve("dateline");
    }
}
