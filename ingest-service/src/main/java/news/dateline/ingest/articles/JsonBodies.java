package news.dateline.ingest.articles;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import news.dateline.ingest.articles.ArticleReader.Origin;
import news.dateline.ingest.ninjs.NinjsReader;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.json.ArticleJson;

/** Reads JSON and NDJSON bodies: articles as Dateline writes them, and IPTC ninjs. Pure and thread-safe. */
final class JsonBodies {
    private static final int LONGEST_LINE = 8 * 1024 * 1024;

    private final ObjectReader reader = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // two values of one member: what one reader checks is not what another uses (RFC 8259, section 4)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build()
            .readerFor(JsonNode.class);

    /** One article, or an array of them. */
    List<ReadItem> document(byte[] body, Origin origin) {
        JsonNode document;
        try {
            document = parse(StrictText.decode(body, null));
        } catch (JsonProcessingException e) {
            throw new MalformedBodyException("the body is not valid JSON: " + explain(e));
        }
        List<ReadItem> items = new ArrayList<>();
        if (!document.isArray()) {
            items.add(article(0, document, origin));
        } else {
            for (JsonNode item : document) {
                items.add(article(items.size(), item, origin));
            }
        }
        return items;
    }

    /** One article a line; blank lines are nothing, a line that cannot be read is a refused item. */
    void lines(InputStream body, Origin origin, Consumer<ReadItem> items) throws IOException {
        Lines lines = new Lines(body, LONGEST_LINE);
        int index = 0;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (lines.wasTooLong()) {
                items.accept(new ReadItem.Refused(index++, "the line is longer than 8 MiB"));
            } else if (!isBlank(line)) {
                items.accept(line(index++, line, origin));
            }
        }
    }

    private ReadItem line(int index, byte[] line, Origin origin) {
        try {
            return article(index, parse(StrictText.decode(line, UTF_8)), origin);
        } catch (JsonProcessingException e) {
            return new ReadItem.Refused(index, "the line is not valid JSON: " + explain(e));
        } catch (MalformedBodyException e) {
            return new ReadItem.Refused(index, e.getMessage().replace("the body", "the line"));
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private JsonNode parse(String json) throws JsonProcessingException {
        return reader.readTree(json);
    }

    private static ReadItem article(int index, JsonNode json, Origin origin) {
        if (NinjsReader.recognises(json)) {
            return WireArticles.item(index, NinjsReader.read(json), origin);
        }
        return ArticleReader.item(index, () -> {
            if (json.isMissingNode()) {
                throw new InvalidArticleException("an article must be a JSON object");
            }
            return ArticleJson.read(json, origin.source(), origin.receivedAt());
        });
    }

    private static String explain(JsonProcessingException e) {
        String place = e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        return e.getOriginalMessage() + place;
    }
}
