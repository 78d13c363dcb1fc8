package news.dateline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        description = "Read pages offline: one JSON article a line, each with its file.",
        mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {
    @Mixin
    private InputOptions input;

    private final ArticleReader reader = new ArticleReader();
    private boolean failed;

    @Override
    public Integer call() {
        for (String file : input.files) {
            extract(file);
        }
        System.out.flush();
        return failed ? 1 : 0;
    }

    private void extract(String file) {
        byte[] content = Inputs.read(file);
        InputType resolved = input.type.resolved(file, content);
        BodyType body = BodyType.of(resolved.mediaType()).orElse(null);
        if (body == null) {
            fail(file, "cannot read " + resolved.mediaType());
            return;
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try {
            for (ReadItem item :
                    reader.read(body, content, new ArticleReader.Origin(null, input.url, input.source, now))) {
                if (item instanceof ReadItem.Article read) {
                    ObjectNode json = ArticleJson.write(read.article());
                    json.put("file", file);
                    System.out.println(json);
                } else if (item instanceof ReadItem.Refused refused) {
                    fail(file, refused.detail());
                }
            }
        } catch (MalformedBodyException e) {
            fail(file, e.getMessage());
        }
    }

    private void fail(String file, String detail) {
        failed = true;
        System.err.println("dateline: " + file + ": " + detail);
    }
}
