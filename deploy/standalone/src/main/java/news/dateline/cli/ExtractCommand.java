package news.dateline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import news.dateline.ingest.articles.ArticleReader;
import news.dateline.ingest.articles.BodyType;
import news.dateline.ingest.articles.MalformedBodyException;
import news.dateline.ingest.articles.ReadItem;
import news.dateline.schemas.json.ArticleJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads pages without a running stack. */
@Command(
        name = "extract",
        description =
                "Read pages, feeds of agencies and archives offline: one JSON article a line, each with its file.",
        mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {
    @Mixin
    private InputOptions input;

    private final ArticleReader reader = new ArticleReader();
    private boolean failed;

    @Override
    public Integer call() {
        List<String> files = Inputs.files(input.files);
        for (String file : files) {
            extract(file, !input.files.contains(file));
        }
        System.out.flush();
        return failed ? 1 : 0;
    }

    /** Reads one input item by item; {@code found} in a folder, it may be of no kind that is read. */
    private void extract(String file, boolean found) {
        try (BufferedInputStream content = Inputs.open(file)) {
            byte[] beginning = Inputs.beginning(content);
            InputType resolved = input.type.resolved(file, beginning);
            BodyType body = BodyType.of(resolved.mediaType()).orElse(null);
            if (found && resolved != InputType.WARC && InputType.isBinary(beginning)) {
                System.err.println("dateline: " + file + ": left out, it is no text");
            } else if (body == null) {
                fail(file, "cannot read " + resolved.mediaType());
            } else if (beginning.length == 0) {
                fail(file, "the body is empty");
            } else {
                Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
                ArticleReader.Origin origin = new ArticleReader.Origin(null, input.url, input.source, now);
                reader.read(body, content, origin, item -> show(file, item));
            }
        } catch (MalformedBodyException e) {
            fail(file, e.getMessage());
        } catch (IOException e) {
            throw Inputs.unreadable(file, e);
        }
    }

    private void show(String file, ReadItem item) {
        if (item instanceof ReadItem.Article read) {
            ObjectNode json = ArticleJson.write(read.article());
            json.put("file", file);
            System.out.println(json);
        } else if (item instanceof ReadItem.Refused refused) {
            fail(file, (refused.index() > 0 ? "item " + refused.index() + ": " : "") + refused.detail());
        }
    }

    private void fail(String file, String detail) {
        failed = true;
        System.err.println("dateline: " + file + ": " + detail);
    }
}
