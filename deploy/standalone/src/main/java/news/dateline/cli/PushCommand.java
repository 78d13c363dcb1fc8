package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
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
    private static final int LINES_A_REQUEST = 500;
    private static final int BYTES_A_REQUEST = 4 * 1024 * 1024;

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

    private final Http http = new Http();
    private int rejected;

    @Override
    public Integer call() {
        String address = Addresses.ingest(server);
        for (String file : files) {
            byte[] content = Inputs.read(file);
            InputType resolved = type.resolved(file, content);
            int sent = 0;
            for (byte[] part : resolved == InputType.NDJSON ? parts(content) : List.of(content)) {
                sent += push(address, file, resolved, part, url, source).size();
                System.err.println("dateline: " + file + ": " + sent + " articles accepted");
            }
        }
        return rejected == 0 ? 0 : 1;
    }

    /** Pushes one body; prints and returns the ids. */
    private List<String> push(
            String address, String file, InputType what, byte[] body, String pageUrl, String pageSource) {
        Http.Answer answer = http.post(target(address, pageUrl, pageSource), what.mediaType(), body);
        for (JsonNode refused : answer.json().path("rejected")) {
            rejected++;
            System.err.println("dateline: " + file + ": item " + refused.path("index").asInt() + " rejected: "
                    + refused.path("detail").asText());
        }
        if (!answer.isOk()) {
            throw new Failure(file + ": " + answer.detail());
        }
        List<String> ids = ids(answer);
        ids.forEach(System.out::println);
        System.out.flush();
        return ids;
    }

    static String target(String address, String pageUrl, String pageSource) {
        StringBuilder target = new StringBuilder(address).append("/v1/articles");
        char separator = '?';
        if (pageUrl != null) {
            target.append(separator).append("url=").append(Http.encoded(pageUrl));
            separator = '&';
        }
        if (pageSource != null) {
            target.append(separator).append("source=").append(Http.encoded(pageSource));
        }
        return target.toString();
    }

    static List<String> ids(Http.Answer answer) {
        List<String> ids = new ArrayList<>();
        answer.json().path("accepted").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    /** Cuts NDJSON into requests of a bounded size, at the ends of lines. */
    private static List<byte[]> parts(byte[] content) {
        List<byte[]> parts = new ArrayList<>();
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        int lines = 0;
        for (byte b : content) {
            part.write(b);
            if (b == '\n' && (++lines == LINES_A_REQUEST || part.size() >= BYTES_A_REQUEST)) {
                parts.add(part.toByteArray());
                part.reset();
                lines = 0;
            }
        }
        if (part.size() > 0) {
            parts.add(part.toByteArray());
        }
        return parts;
    }
}
