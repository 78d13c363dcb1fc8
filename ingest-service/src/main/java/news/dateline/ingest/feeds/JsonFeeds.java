package news.dateline.ingest.feeds;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import news.dateline.ingest.feeds.Markup.Prose;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). Of a document that is cut off, the whole items before the cut. */
final class JsonFeeds {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String url;
    private JsonNode head = JSON.createObjectNode();
    private final List<JsonNode> items = new ArrayList<>();
    private boolean whole = true;
    private boolean listed;

    private JsonFeeds(String url) {
        this.url = url;
    }

    static FeedDocument read(String text, String url) {
        JsonFeeds feed = new JsonFeeds(url);
        try (JsonParser parser = JSON.createParser(text)) {
            feed.parse(parser);
        } catch (JsonProcessingException e) {
            feed.whole = false;
        } catch (IOException e) {
            throw new UncheckedIOException("A string can be read", e);
        }
        if (!feed.listed && !feed.head.path("version").asText().contains("jsonfeed.org")) {
            throw new NotAFeedException("the JSON is no JSON Feed: it has no 'items'");
        }
        return feed.document();
    }

    private void parse(JsonParser parser) throws IOException {
        parser.nextToken();
        var members = JSON.createObjectNode();
        head = members;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
                listed = true;
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    JsonNode item = parser.readValueAsTree();
                    if (items.size() < FeedReader.MAX_ITEMS) {
                        items.add(item);
                    }
                }
            } else {
                members.set(name, parser.readValueAsTree());
            }
        }
    }

    private FeedDocument document() {
        return new FeedDocument(
                FeedDocument.Kind.JSON_FEED,
                line(head, "title"),
                Links.resolve(string(head, "home_page_url"), url),
                FeedPace.UNSAID,
                items.stream().map(this::item).toList(),
                List.of(),
                whole);
    }

    private FeedItem item(JsonNode item) {
        String guid = item.path("id").isValueNode()
                ? Markup.blankToNull(item.path("id").asText())
                : null;
        String link = Links.resolve(string(item, "url"), url);
        if (link == null) {
            link = Links.resolve(guid, null);
        }
        String html = string(item, "content_html");
        String plain = string(item, "content_text");
        Prose content =
                html != null ? Markup.prose(html, link == null ? url : link) : Markup.plain(plain == null ? "" : plain);
        String summary = string(item, "summary");
        Texts texts = Texts.of(content, Markup.plain(summary == null ? "" : summary));
        String title = line(item, "title");
        return new FeedItem(
                guid,
                link,
                title == null ? texts.headline() : title,
                texts.summary(),
                texts.body().paragraphs(),
                texts.body().subheads(),
                authors(item),
                FeedDates.read(string(item, "date_published")),
                FeedDates.read(string(item, "date_modified")),
                texts(item.path("tags")).filter(RssItems::isSection).findFirst().orElse(null),
                Languages.tag(RssItems.first(string(item, "language"), string(head, "language"))),
                media(item, content),
                null,
                null,
                null,
                null);
    }

    private List<String> authors(JsonNode item) {
        for (JsonNode holder : List.of(item, head)) {
            List<String> names = Stream.concat(each(holder.path("authors")), Stream.of(holder.path("author")))
                    .map(author -> string(author, "name"))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    private List<FeedMedium> media(JsonNode item, Prose content) {
        Stream<FeedMedium> stated = Stream.concat(
                Stream.of(string(item, "image"), string(item, "banner_image"))
                        .map(image -> new FeedMedium(Links.resolve(image, url), null, null)),
                each(item.path("attachments"))
                        .map(attachment -> new FeedMedium(
                                Links.resolve(string(attachment, "url"), url), line(attachment, "title"), null)));
        List<String> seen = new ArrayList<>();
        return Stream.concat(stated, content.pictures().stream())
                .filter(medium -> medium.uri() != null && !seen.contains(medium.uri()) && seen.add(medium.uri()))
                .limit(20)
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Stream<String> texts(JsonNode array) {
        return each(array).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static String string(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isTextual() ? Markup.blankToNull(value.asText()) : null;
    }

    private static String line(JsonNode object, String name) {
        String text = string(object, name);
        return text == null ? null : Markup.squeeze(text);
    }
}
