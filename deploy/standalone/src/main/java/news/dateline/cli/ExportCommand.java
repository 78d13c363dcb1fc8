package news.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes the stored articles as NDJSON, page by page through the public API: what is killed or withheld is not among
 * them, and what comes in meanwhile does not disturb the order.
 */
@Command(
        name = "export",
        description = "Write stored articles as NDJSON, the newest first.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final int PAGE = 200;

    @Option(names = "--output", paramLabel = "FILE", description = "Where to; standard output if not given.")
    private Path output;

    @Option(names = "--query", description = "Words, \"a phrase\", -not, or.")
    private String query;

    @Option(names = "--entity", description = "Wikidata id, or name.")
    private String entity;

    @Option(names = "--topic", description = "IPTC Media Topic; narrower ones are included.")
    private String topic;

    @Option(names = "--source", description = "Id of the source.")
    private String source;

    @Option(names = "--language", description = "BCP 47.")
    private String language;

    @Option(names = "--from", description = "Published at or after: instant or date.")
    private String from;

    @Option(names = "--to", description = "Published before: instant or date.")
    private String to;

    @Option(names = "--server", description = "Address of the sink service.")
    private String server;

    @Override
    public Integer call() throws IOException {
        if (output == null) {
            write(System.out);
        } else {
            try (PrintStream file = new PrintStream(Files.newOutputStream(output), false, UTF_8)) {
                write(file);
                if (file.checkError()) {
                    throw new Failure("Cannot write " + output);
                }
            }
        }
        return 0;
    }

    private void write(PrintStream out) {
        Http http = new Http();
        String base = Addresses.sink(server) + "/v1/articles?" + conditions();
        long written = 0;
        String cursor = "";
        do {
            Http.Answer answer = http.get(base + cursor);
            if (!answer.isOk()) {
                throw new Failure(answer.detail());
            }
            for (JsonNode article : answer.json().path("articles")) {
                ((com.fasterxml.jackson.databind.node.ObjectNode) article).remove("snippet");
                out.println(article);
                written++;
            }
            JsonNode next = answer.json().path("next");
            cursor = next.isTextual() ? "&cursor=" + Http.encoded(next.textValue()) : null;
        } while (cursor != null && !out.checkError());
        out.flush();
        System.err.println("dateline: exported " + written);
    }

    private String conditions() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("q", query);
        given.put("entity", entity);
        given.put("topic", topic);
        given.put("source", source);
        given.put("language", language);
        given.put("from", from);
        given.put("to", to);
        StringBuilder conditions = new StringBuilder("sort=newest&limit=" + PAGE);
        given.forEach((name, value) -> {
            if (value != null) {
                conditions.append('&').append(name).append('=').append(Http.encoded(value));
            }
        });
        return conditions.toString();
    }
}
