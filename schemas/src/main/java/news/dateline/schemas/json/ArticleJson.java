package news.dateline.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;
import news.dateline.RawArticle;
import news.dateline.Source;
import news.dateline.TopicTag;
import news.dateline.schemas.article.ArticleId;
import news.dateline.schemas.article.CanonicalUrl;
import news.dateline.schemas.article.InvalidArticleException;
import org.apache.avro.Schema;

/**
 * The article as JSON: the one shape in which the API, the live stream and the command line show it, and senders give
 * it. Thread-safe.
 */
public final class ArticleJson {
    /** Members of every article are always there, even if null; these are shown only where they say something. */
    private static final Set<String> SHOWN_IF_KNOWN = Set.of(
            "reason",
            "killedAt",
            "usageTerms",
            "copyrightNotice",
            "embargoed",
            "accessibleForFree",
            "tdmReservation",
            "publisherVersion",
            "detectedLanguage",
            "related",
            "changes");

    private static final Set<String> LISTS = Set.of("standfirst", "byline");

    private ArticleJson() {}

    /** An enriched article as everyone sees it. */
    public static ObjectNode write(EnrichedArticle article) {
        return shown(AvroJson.write(article.getSchema(), article));
    }

    /** A raw article: the same members, without those that enrichment adds. */
    public static ObjectNode write(RawArticle article) {
        return shown(AvroJson.write(article.getSchema(), article));
    }

    /** Entities alone, as they stand in an article. */
    public static ArrayNode entities(List<Entity> entities) {
        return array(Entity.getClassSchema(), entities);
    }

    /** Topics alone, as they stand in an article. */
    public static ArrayNode topics(List<TopicTag> topics) {
        return array(TopicTag.getClassSchema(), topics);
    }

    private static ArrayNode array(Schema item, List<?> values) {
        return (ArrayNode) AvroJson.write(Schema.createArray(item), values);
    }

    private static ObjectNode shown(JsonNode json) {
        ObjectNode object = (ObjectNode) json;
        SHOWN_IF_KNOWN.forEach(name -> {
            JsonNode value = object.path(name);
            if (value.isNull() || value.isArray() && value.isEmpty()) {
                object.remove(name);
            }
        });
        return object;
    }

    /**
     * Reads an article that a sender gives. Members that enrichment makes are ignored; a single string stands for a
     * list of one line, and for a source known by its name alone. The article's id is its stable one: computed from
     * source and URI, URL or text ({@link ArticleId}); an {@code id} of Dateline's own form is kept where there is no
     * URI, any other {@code id} is taken as the publisher's URI where none is given.
     *
     * @param defaultSource id of the source where the article names none and has no URL
     * @param receivedAt when it came in
     * @throws InvalidArticleException if a member is of the wrong type, or what identifies the article is missing
     */
    public static RawArticle read(JsonNode json, String defaultSource, Instant receivedAt) {
        if (!json.isObject()) {
            throw new InvalidArticleException("an article must be a JSON object");
        }
        RawArticle article =
                RawArticle.newBuilder().setId("").setReceivedAt(receivedAt).build();
        for (Schema.Field field : RawArticle.getClassSchema().getFields()) {
            JsonNode value = json.get(field.name());
            if (value != null && !value.isNull() && !isOurs(field.name())) {
                article.put(field.pos(), AvroJson.read(field.schema(), lenient(field.name(), value), field.name()));
            }
        }
        article.setSource(source(json.path("source"), article.getUrl(), defaultSource));
        identify(article, json.path("id"));
        return article;
    }

    private static boolean isOurs(String member) {
        return member.equals("id") || member.equals("receivedAt") || member.equals("source");
    }

    private static JsonNode lenient(String name, JsonNode value) {
        return LISTS.contains(name) && value.isTextual()
                ? JsonNodeFactory.instance.arrayNode().add(value)
                : value;
    }

    private static Source source(JsonNode json, String url, String defaultSource) {
        String id = member(json, "id");
        String name = json.isTextual() ? json.textValue() : member(json, "name");
        if (!json.isMissingNode() && !json.isNull() && !json.isObject() && !json.isTextual()) {
            throw new InvalidArticleException("source must be an object with id and name");
        }
        if (id == null && name == null) {
            String known = defaultSource == null && url != null ? CanonicalUrl.host(url) : defaultSource;
            return known == null ? new Source("unknown", "unknown") : new Source(known, known);
        }
        return new Source(id == null ? slug(name) : id, name == null ? id : name);
    }

    private static String member(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!(value instanceof TextNode)) {
            throw new InvalidArticleException("source." + name + " must be a string");
        }
        return value.textValue().isBlank() ? null : value.textValue().strip();
    }

    private static String slug(String name) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return slug.equals("-") ? name : slug.replaceAll("^-|-$", "");
    }

    private static void identify(RawArticle article, JsonNode id) {
        if (id.isTextual() && article.getUri() == null && !id.textValue().isBlank()) {
            if (ArticleId.isOurs(id.textValue())) {
                article.setId(id.textValue());
                return;
            }
            article.setUri(id.textValue());
        }
        article.setId(ArticleId.of(article));
    }
}
