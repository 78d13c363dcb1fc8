package news.dateline.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Pushes files to a running stack. */
@Command(
        name = "push",
        description = "Push files and folders to a running stack; prints the id of each accepted article.",
        mixinStandardHelpOptions = true)
final class PushCommand implements Callable<Integer> {
    @Mixin
    private InputOptions input;

    @Option(names = "--server", description = "Address of the ingest service.")
    private String server;

    @Option(
            names = "--resume",
            paramLabel = "LOG",
            description = "Note in this file what was acknowledged, and go on from what stands there.")
    private Path resume;

    @Override
    public Integer call() throws IOException {
        Progress progress = Progress.onStandardError();
        Pusher pusher = new Pusher(
                new Http(),
                Addresses.ingest(server),
                input.url,
                input.source,
                id -> {
                    System.out.println(id);
                    System.out.flush();
                },
                progress);
        PushLog log = resume == null ? null : new PushLog(resume);
        List<String> files = Inputs.files(input.files);
        int failed = 0;
        for (String file : files) {
            if (log != null && log.isComplete(file)) {
                continue;
            }
            try {
                push(pusher, progress, file, log);
            } catch (Pusher.RefusedInput e) {
                if (files.size() == 1) {
                    throw new Failure(e.getMessage());
                }
                progress.say(e.getMessage());
                failed++;
            }
        }
        return pusher.rejected() == 0 && failed == 0 ? 0 : 1;
    }

    private void push(Pusher pusher, Progress progress, String file, PushLog log) throws IOException {
        boolean stream = file.equals("-");
        progress.begin(file, stream || !Files.exists(Path.of(file)) ? -1 : Files.size(Path.of(file)));
        try (BufferedInputStream content = Inputs.open(file, progress::counted)) {
            byte[] beginning = Inputs.beginning(content);
            boolean found = !input.files.contains(file);
            if (found && InputType.isBinary(beginning) && input.type.resolved(file, beginning) != InputType.WARC) {
                progress.say(file + ": left out, it is no text");
                return;
            }
            pusher.push(file, input.type, content, log == null || stream ? Checkpoint.NONE : log.of(file));
        }
        if (log != null && !stream) {
            log.completed(file);
        }
    }
}
