package news.dateline.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pushes files to a running stack. */
@Command(
        name = "push",
        description = "Push files to a running stack; prints the id of each accepted article.",
        mixinStandardHelpOptions = true)
final class PushCommand implements Callable<Integer> {
    @Mixin
    private InputOptions input;

    @Option(names = "--server", description = "Address of the ingest service.")
    private String server;

    @Override
    public Integer call() throws IOException {
        Pusher pusher = new Pusher(new Http(), Addresses.ingest(server), input.url, input.source, id -> {
            System.out.println(id);
            System.out.flush();
        });
        for (String file : input.files) {
            try (BufferedInputStream content = Inputs.open(file)) {
                pusher.push(file, input.type, content);
            }
        }
        return pusher.rejected() == 0 ? 0 : 1;
    }
}
