package news.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers in a file what a stack has acknowledged, so that a push that broke off goes on where it was. A line of JSON for
 * each step, only ever added to; a last line that was cut off counts for nothing, and its step is pushed again, which does
 * no harm. A file that has changed since is pushed anew. For one process at a time.
 */
final class PushLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path log;
    private final Map<String, JsonNode> newest = new HashMap<>();

    PushLog(Path log) {
        this.log = log;
        if (Files.exists(log)) {
            try {
                Files.readAllLines(log, UTF_8).forEach(this::remember);
                Files.writeString(log, "\n", UTF_8, StandardOpenOption.APPEND); // ends a line that was cut off
            } catch (IOException | UncheckedIOException e) {
                throw new Failure("Cannot read " + log + ": " + e.getMessage());
            }
        }
    }

    private void remember(String line) {
        try {
            JsonNode step = JSON.readTree(line);
            if (step.path("file").isTextual()) {
                newest.put(step.path("file").textValue(), step);
            }
        } catch (JsonProcessingException e) {
            // cut off
        }
    }

    /** Whether all of this file was acknowledged. */
    boolean isComplete(String file) {
        JsonNode step = newest.get(file);
        return step != null
                && step.path("complete").asBoolean()
                && step.path("state").equals(state(file, 0).path("state"));
    }

    /** How far this file was acknowledged; from its beginning if it has changed since. */
    Checkpoint of(String file) {
        JsonNode step = newest.get(file);
        JsonNode state = state(file, 0).path("state");
        long done = step != null && step.path("state").equals(state)
                ? step.path("done").asLong()
                : 0;
        return new Checkpoint() {
            @Override
            public long done() {
                return done;
            }

            @Override
            public void acknowledged(long units) {
                write(state(file, units));
            }
        };
    }

    /** Notes that all of this file is acknowledged. */
    void completed(String file) {
        write(state(file, 0).put("complete", true));
    }

    private static ObjectNode state(String file, long units) {
        ObjectNode step = JSON.createObjectNode().put("file", file).put("done", units);
        try {
            Path path = Path.of(file);
            step.put(
                    "state",
                    Files.size(path) + "@" + Files.getLastModifiedTime(path).toMillis());
        } catch (IOException e) {
            step.put("state", "unknown");
        }
        return step;
    }

    private void write(ObjectNode step) {
        newest.put(step.path("file").textValue(), step);
        try {
            Files.write(log, List.of(step.toString()), UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new Failure("Cannot write " + log + ": " + e.getMessage());
        }
    }
}
