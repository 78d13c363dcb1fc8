package news.dateline.ingest.articles;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import news.dateline.ingest.articles.ArticleReader.Origin;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.json.ArticleJson;

/** Reads JSON and NDJSON bodies. Pure and thread-safe. */
final class JsonBodies {
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
    List<ReadItem> lines(byte[] body, Origin origin) {
        List<ReadItem> items = new ArrayList<>();
        int start = 0;
        while (start < body.length) {
            int end = start;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            if (!isBlank(body, start, end)) {
                items.add(line(items.size(), Arrays.copyOfRange(body, start, end), origin));
            }
            start = end + 1;
        }
        return items;
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

    private static boolean isBlank(byte[] body, int start, int end) {
        for (int i = start; i < end; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private JsonNode parse(String json) throws JsonProcessingException {
        return reader.readTree(json);
    }

    private static ReadItem article(int index, JsonNode json, Origin origin) {
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
