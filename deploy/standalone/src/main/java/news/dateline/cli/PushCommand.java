package news.dateline.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pushes files to a running stack. */
@Command(
        name = "push",
        description = "Push files to a running stack; prints the id of each accepted article.",
        mixinStandardHelpOptions = true)
final class PushCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or - for standard input.")
    private List<String> files;

    @Option(names = "--type", defaultValue = "auto", description = "What they are: ${COMPLETION-CANDIDATES}.")
    private InputType type;

    @Option(names = "--url", description = "Address of the page.")
    private String url;

    @Option(names = "--source", description = "Id of the source of articles that name none.")
    private String source;

    @Option(names = "--server", description = "Address of the ingest service.")
    private String server;

    @Override
    public Integer call() throws IOException {
        Pusher pusher = new Pusher(new Http(), Addresses.ingest(server), url, source, id -> {
            System.out.println(id);
            System.out.flush();
        });
        for (String file : files) {
            try (BufferedInputStream input = Inputs.open(file)) {
                pusher.push(file, type, input);
            }
        }
        return pusher.rejected() == 0 ? 0 : 1;
    }
}
