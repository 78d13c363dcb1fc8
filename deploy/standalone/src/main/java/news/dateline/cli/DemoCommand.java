package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import news.dateline.embedded.Folders;
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

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Pages or articles (default: a sample page).")
    private List<String> files = List.of();

    @Option(names = "--json", description = "Print a JSON array of the articles.")
    private boolean json;

    private final Http http = new Http();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, byte[]> pages = pages();
        Path data = Files.createTempDirectory("dateline-demo");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(data), "clean"));
        System.err.println("dateline: starting Kafka, PostgreSQL and three services");
        ArrayNode arrived;
        try (Stack stack = Stack.start(StackSettings.throwAway(data))) {
            arrived = await(stack.sinkUrl(), push(stack.ingestUrl(), pages));
        }
        if (json) {
            System.out.println(arrived.toPrettyString());
        } else {
            arrived.forEach(new ArticlePrinter(System.out)::whole);
        }
        System.out.flush();
        return 0;
    }

    private Map<String, byte[]> pages() throws IOException {
        Map<String, byte[]> pages = new LinkedHashMap<>();
        for (String file : files) {
            pages.put(file, Inputs.read(file));
        }
        if (pages.isEmpty()) {
            try (InputStream sample = DemoCommand.class.getResourceAsStream(SAMPLE)) {
                pages.put("sample-page.txt", sample.readAllBytes());
            }
        }
        return pages;
    }

    private List<String> push(String ingest, Map<String, byte[]> pages) {
        List<String> ids = new ArrayList<>();
        pages.forEach((file, content) -> {
            InputType type = InputType.AUTO.resolved(file, content);
            Http.Answer answer =
                    http.post(PushCommand.target(ingest, null, null), type.mediaType(), content);
            if (!answer.isOk()) {
                throw new Failure(file + ": " + answer.detail());
            }
            JsonNode refused = answer.json().path("rejected").path(0);
            if (!refused.isMissingNode()) {
                throw new Failure(file + ": item " + refused.path("index").asInt() + " rejected: "
                        + refused.path("detail").asText());
            }
            ids.addAll(PushCommand.ids(answer));
        });
        System.err.println("dateline: " + ids.size() + " articles in, waiting for them in the sink");
        return ids.stream().distinct().toList();
    }

    private ArrayNode await(String sink, List<String> ids) throws InterruptedException {
        ArrayNode arrived = JsonNodeFactory.instance.arrayNode();
        Instant deadline = Instant.now().plus(PATIENCE);
        for (String id : ids) {
            Http.Answer answer = http.get(sink + "/v1/articles/" + id);
            while (!answer.isOk()) {
                if (Instant.now().isAfter(deadline)) {
                    throw new Failure(arrived.size() + " of " + ids.size() + " articles arrived within "
                            + PATIENCE.toSeconds() + " seconds");
                }
                Thread.sleep(POLL_MILLIS);
                answer = http.get(sink + "/v1/articles/" + id);
            }
            arrived.add(answer.json());
        }
        return arrived;
    }
}
