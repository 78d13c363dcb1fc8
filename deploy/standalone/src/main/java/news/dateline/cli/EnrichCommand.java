package news.dateline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.enrichment.Annotations;
import news.dateline.enrich.enrichment.Annotators;
import news.dateline.schemas.json.ArticleJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tags texts without a running stack, the same as the stream would. */
@Command(
        name = "enrich",
        description = "Tag texts offline: NDJSON {\"id\",\"headline\",\"body\"} in, "
                + "NDJSON {\"id\",\"language\",\"entities\",\"topics\"} out, in the same order.",
        mixinStandardHelpOptions = true)
final class EnrichCommand implements Callable<Integer> {
    private static final int BATCH = 256;

    @Parameters(arity = "0..1", paramLabel = "FILE", defaultValue = "-", description = "NDJSON; - is standard input.")
    private String file;

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public Integer call() throws IOException {
        boolean failed = false;
        try (BufferedReader lines = open()) {
            Annotators annotators = Annotators.load();
            List<String> batch = new ArrayList<>(BATCH);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    batch.add(line);
                }
                if (batch.size() == BATCH) {
                    failed |= print(annotators, batch);
                    batch.clear();
                }
            }
            failed |= print(annotators, batch);
        }
        return failed ? 1 : 0;
    }

    private BufferedReader open() throws IOException {
        try {
            return file.equals("-")
                    ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                    : Files.newBufferedReader(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new Failure("There is no file " + file);
        }
    }

    private boolean print(Annotators annotators, List<String> batch) {
        List<ObjectNode> tagged =
                batch.parallelStream().map(line -> tag(annotators, line)).toList();
        tagged.forEach(System.out::println);
        System.out.flush();
        return tagged.stream().anyMatch(node -> node.has("error"));
    }

    private ObjectNode tag(Annotators annotators, String line) {
        ObjectNode result = json.createObjectNode();
        JsonNode input;
        try {
            input = json.readTree(line);
        } catch (JsonProcessingException e) {
            return result.putNull("id").put("error", "the line is not valid JSON: " + e.getOriginalMessage());
        }
        result.set("id", input.path("id").isMissingNode() ? json.nullNode() : input.path("id"));
        Annotations tags = annotators.annotate(text(input));
        result.put("language", tags.language());
        result.set("entities", ArticleJson.entities(tags.entities()));
        result.set("topics", ArticleJson.topics(tags.topics()));
        return result;
    }

    /** The text as the stream would read it; what is missing is empty. */
    private static ArticleText text(JsonNode input) {
        return new ArticleText(
                input.path("headline").asText(""),
                String.join("\n", lines(input.path("standfirst"))),
                input.path("body").asText(""),
                input.path("language").asText("und").split("-", 2)[0],
                lines(input.path("byline")),
                input.path("dateline").asText(null));
    }

    /** The lines of a member that may be one string or a list of them. */
    private static List<String> lines(JsonNode member) {
        List<String> lines = new ArrayList<>();
        if (member.isTextual()) {
            lines.add(member.textValue());
        }
        member.forEach(line -> lines.add(line.asText("")));
        return lines;
    }
}
