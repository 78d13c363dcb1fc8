package news.dateline.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import news.dateline.standalone.Stack;
import news.dateline.standalone.StackSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main job, from page to database row, on a stack that is thrown away. */
@Command(
        name = "demo",
        description = "Push pages through the whole line on a stack of its own, and show what arrives.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String SAMPLE = "/cli/sample-page.txt";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 50;
    private static final int GONE = 410;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Pages or articles (default: a sample page).")
    private List<String> files = List.of();

    @Option(names = "--json", description = "Print a JSON array of the articles.")
    private boolean json;

    private final Http http = new Http();

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (String file : files) {
            if (!file.equals("-") && !Files.isReadable(Path.of(file))) {
                throw new Failure("There is no file " + file);
            }
        }
        System.err.println("dateline: starting Kafka, PostgreSQL and three services");
        ArrayNode arrived = JsonNodeFactory.instance.arrayNode();
        boolean complete;
        try (Stack stack = Stack.start(StackSettings.throwAway(Files.createTempDirectory("dateline-demo")))) {
            Set<String> ids = new LinkedHashSet<>();
            Progress progress = Progress.onStandardError();
            Pusher pusher = new Pusher(http, stack.ingestUrl(), null, null, ids::add, progress);
            push(pusher, progress);
            complete = pusher.rejected() == 0 && !ids.isEmpty();
            System.err.println("dateline: waiting for " + ids.size() + " articles in the sink");
            complete &= await(stack.sinkUrl(), ids, arrived);
        }
        if (json) {
            System.out.println(arrived.toPrettyString());
        } else {
            arrived.forEach(new ArticlePrinter(System.out)::whole);
        }
        System.out.flush();
        return complete ? 0 : 1;
    }

    private void push(Pusher pusher, Progress progress) throws IOException {
        for (String file : files) {
            try (BufferedInputStream input = Inputs.open(file)) {
                progress.begin(file, -1);
                push(pusher, file, InputType.AUTO, input);
            }
        }
        if (files.isEmpty()) {
            try (InputStream sample = DemoCommand.class.getResourceAsStream(SAMPLE)) {
                progress.begin("sample-page.txt", -1);
                push(pusher, "sample-page.txt", InputType.TEXT, new BufferedInputStream(sample));
            }
        }
    }

    private static void push(Pusher pusher, String name, InputType type, BufferedInputStream input) {
        try {
            pusher.push(name, type, input, Checkpoint.NONE);
        } catch (Pusher.RefusedInput e) {
            throw new Failure(e.getMessage());
        }
    }

    /** Collects the articles as they come; gives up when none has come for a while. */
    private boolean await(String sink, Set<String> ids, ArrayNode arrived) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        for (String id : ids) {
            Http.Answer answer = http.get(sink + "/v1/articles/" + id);
            while (!answer.isOk() && answer.status() != GONE) {
                if (Instant.now().isAfter(deadline)) {
                    System.err.println("dateline: only " + arrived.size() + " of " + ids.size()
                            + " articles arrived; none for " + PATIENCE.toSeconds() + " seconds");
                    return false;
                }
                Thread.sleep(POLL_MILLIS);
                answer = http.get(sink + "/v1/articles/" + id);
            }
            arrived.add(answer.json());
            deadline = Instant.now().plus(PATIENCE);
        }
        return true;
    }
}
