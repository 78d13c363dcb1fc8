package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import news.dateline.ingest.warc.WarcParts;

/**
 * Pushes inputs through the ingest service's door. NDJSON and WARC go in requests of a bounded size while they are read;
 * anything else is one request. Not thread-safe.
 */
final class Pusher {
    private static final int LINES_A_REQUEST = 500;
    private static final int BYTES_A_REQUEST = 4 * 1024 * 1024;
    private static final int UNPROCESSABLE = 422;

    private final Http http;
    private final String target;
    private final Consumer<String> onAccepted;
    private final Progress progress;
    private int accepted;
    private int rejected;

    /**
     * @param address address of the ingest service
     * @param pageUrl address of the pages, or null
     * @param source id of the source, or null
     * @param onAccepted gets the id of every accepted article
     */
    Pusher(Http http, String address, String pageUrl, String source, Consumer<String> onAccepted, Progress progress) {
        this.http = http;
        this.target = target(address, pageUrl, source);
        this.onAccepted = onAccepted;
        this.progress = progress;
    }

    int accepted() {
        return accepted;
    }

    int rejected() {
        return rejected;
    }

    /**
     * Pushes one input; {@code name} stands in messages and tells what it is if {@code type} does not.
     *
     * @throws RefusedInput if the server does not take a request of it
     */
    void push(String name, InputType type, BufferedInputStream input, Checkpoint checkpoint) {
        try {
            InputType resolved = type.resolved(name, Inputs.beginning(input));
            if (resolved == InputType.NDJSON) {
                pushLines(name, input, checkpoint);
            } else if (resolved == InputType.WARC) {
                pushRecords(name, input, checkpoint);
            } else {
                push(name, resolved, input.readAllBytes(), List.of());
            }
            progress.counts(accepted, rejected);
            progress.end();
        } catch (IOException e) {
            throw Inputs.unreadable(name, e);
        }
    }

    private void pushLines(String name, BufferedInputStream input, Checkpoint checkpoint) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<Integer> numbers = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank() || number <= checkpoint.done()) {
                continue;
            }
            body.writeBytes(line.getBytes(StandardCharsets.UTF_8));
            body.write('\n');
            numbers.add(number);
            if (numbers.size() == LINES_A_REQUEST || body.size() >= BYTES_A_REQUEST) {
                push(name, InputType.NDJSON, body.toByteArray(), numbers);
                checkpoint.acknowledged(number);
                body.reset();
                numbers.clear();
            }
        }
        if (!numbers.isEmpty()) {
            push(name, InputType.NDJSON, body.toByteArray(), numbers);
        }
    }

    private void pushRecords(String name, BufferedInputStream input, Checkpoint checkpoint) throws IOException {
        WarcParts.split(input, BYTES_A_REQUEST, part -> {
            if (part.records() > checkpoint.done()) {
                push(name, InputType.WARC, part.warc(), List.of());
                checkpoint.acknowledged(part.records());
            }
        });
    }

    /** Pushes one request; {@code lines} are the numbers of its lines, if it is made of lines. */
    private void push(String name, InputType type, byte[] body, List<Integer> lines) {
        Http.Answer answer = http.post(target, type.mediaType(), body);
        JsonNode refusals = answer.json().path("rejected");
        for (JsonNode refusal : refusals) {
            rejected++;
            int index = refusal.path("index").asInt();
            String place = index < lines.size() ? "line " + lines.get(index) : "item " + index;
            progress.say(
                    name + ": " + place + " rejected: " + refusal.path("detail").asText());
        }
        boolean nothing = type == InputType.WARC && answer.status() == UNPROCESSABLE; // no page among the records
        if (!answer.isOk() && !(answer.status() == UNPROCESSABLE && !refusals.isEmpty()) && !nothing) {
            throw answer.status() / 100 == 4
                    ? new RefusedInput(name + ": " + answer.detail())
                    : new Failure(name + ": " + answer.detail());
        }
        for (JsonNode item : answer.json().path("accepted")) {
            accepted++;
            onAccepted.accept(item.path("id").asText());
        }
        progress.counts(accepted, rejected);
    }

    /** The server does not take this input, whatever becomes of the others. */
    static final class RefusedInput extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedInput(String message) {
            super(message);
        }
    }

    private static String target(String address, String pageUrl, String source) {
        StringBuilder target = new StringBuilder(address).append("/v1/articles");
        char separator = '?';
        if (pageUrl != null) {
            target.append(separator).append("url=").append(Http.encoded(pageUrl));
            separator = '&';
        }
        if (source != null) {
            target.append(separator).append("source=").append(Http.encoded(source));
        }
        return target.toString();
    }
}
