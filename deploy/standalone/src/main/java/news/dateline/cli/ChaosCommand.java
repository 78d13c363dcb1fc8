package news.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import news.dateline.chaos.Chaos;
import news.dateline.chaos.ChaosReport;
import news.dateline.chaos.ChaosSettings;
import news.dateline.embedded.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The chaos experiment, on a line of its own that is thrown away. */
@Command(
        name = "chaos",
        description = "Load a line of separate processes while they are killed, held up and cut off, and compare what"
                + " was accepted with what arrived. Needs Linux.",
        mixinStandardHelpOptions = true)
final class ChaosCommand implements Callable<Integer> {
    private static final int MOST_SEED = 1_000_000;

    @Option(names = "--seed", description = "What is sent and what happens, in which order (default: by chance).")
    private Integer seed;

    @Option(names = "--articles", description = "How many articles are sent (default: ${DEFAULT-VALUE}).")
    private int articles = 50_000;

    @Option(names = "--minutes", description = "Over how long they are spread at least (default: no pause).")
    private int minutes;

    @Option(names = "--most-minutes", description = "After these no article is begun (default: ${DEFAULT-VALUE}).")
    private int mostMinutes = 120;

    @Option(names = "--calm", description = "Most seconds between two faults (default: ${DEFAULT-VALUE}).")
    private int calm = 3;

    @Option(names = "--data", paramLabel = "DIR", description = "An empty folder for the line's data, which stays.")
    private Path data;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (articles < 1 || minutes < 0 || calm < 0) {
            throw new Failure("--articles must be at least 1, --minutes and --calm at least 0");
        }
        if (!System.getProperty("os.name").startsWith("Linux")) {
            throw new Failure("chaos needs Linux: it stops processes and limits their files with its programs");
        }
        Path folder = data == null
                ? Files.createTempDirectory("dateline-chaos")
                : Files.createDirectories(data).toAbsolutePath();
        int chosen = seed == null ? ThreadLocalRandom.current().nextInt(MOST_SEED) : seed;
        System.err.println("dateline: chaos with seed " + chosen);
        ChaosReport report = new Chaos(
                        new ChaosSettings(
                                chosen,
                                articles,
                                Duration.ofMinutes(minutes),
                                Duration.ofMinutes(mostMinutes),
                                Duration.ofSeconds(calm),
                                folder),
                        line -> System.err.println("dateline: " + line))
                .run();
        System.out.print(json ? report.json().toPrettyString() + System.lineSeparator() : report.text());
        System.out.flush();
        if (report.isClean() && data == null) {
            Folders.delete(folder);
        } else {
            System.err.println("dateline: data and logs stay in " + folder);
        }
        return report.isClean() ? 0 : 1;
    }
}
