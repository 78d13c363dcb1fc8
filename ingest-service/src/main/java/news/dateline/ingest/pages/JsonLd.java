package news.dateline.ingest.pages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The schema.org data that a page carries as JSON-LD: its article and its breadcrumbs. Forgives comments, control
 * characters and trailing commas; a block that still cannot be read is skipped. Immutable.
 */
final class JsonLd {
    private static final int MOST_NODES = 5_000;
    private static final int LONGEST = 2_000_000;
    private static final Set<String> ARTICLES = Words.set("""
            NewsArticle, Article, ReportageNewsArticle, BlogPosting, AnalysisNewsArticle, OpinionNewsArticle,
            BackgroundNewsArticle, ReviewNewsArticle, LiveBlogPosting, AskPublicNewsArticle, SatiricalArticle,
            Report, TechArticle, ScholarlyArticle, SocialMediaPosting, AdvertiserContentArticle, Review,
            MedicalScholarlyArticle""");
    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(200).build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build()
            .readerFor(JsonNode.class);

    private final JsonNode article;
    private final JsonNode breadcrumbs;
    private final Map<String, JsonNode> named;

    private JsonLd(JsonNode article, JsonNode breadcrumbs, Map<String, JsonNode> named) {
        this.named = named;
        this.article = article;
        this.breadcrumbs = breadcrumbs;
    }

    static JsonLd of(PageElements page) {
        JsonNode article = null;
        JsonNode trail = null;
        Map<String, JsonNode> named = new HashMap<>();
        for (Element script : page.data()) {
            for (JsonNode node : nodes(parse(script.data()))) {
                boolean better = isArticle(node) && (article == null || weight(node) > weight(article));
                article = better ? node : article;
                if (node.hasNonNull("@id") && node.hasNonNull("name")) {
                    named.putIfAbsent(node.path("@id").asText(), node);
                }
                trail = trail == null && hasType(node, Set.of("BreadcrumbList")) ? node : trail;
            }
        }
        return new JsonLd(article, trail, Map.copyOf(named));
    }

    private static int weight(JsonNode node) {
        return (node.hasNonNull("headline") ? 2 : 0)
                + (node.hasNonNull("datePublished") ? 2 : 0)
                + (node.hasNonNull("author") ? 1 : 0)
                + (node.hasNonNull("articleBody") ? 2 : 0);
    }

    private static JsonNode parse(String json) {
        String text = json.strip();
        if (text.startsWith("<!--") || text.startsWith("//<![CDATA[") || text.startsWith("/*<![CDATA[*/")) {
            int open = text.indexOf('{');
            int array = text.indexOf('[', text.startsWith("<!--") ? 4 : 12);
            int start = open < 0 ? array : array < 0 ? open : Math.min(open, array);
            text = start < 0 ? "" : text.substring(start);
        }
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        try {
            return READER.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static List<JsonNode> nodes(JsonNode root) {
        List<JsonNode> found = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        if (root != null) {
            open.add(root);
        }
        while (!open.isEmpty() && found.size() < MOST_NODES) {
            JsonNode node = open.poll();
            if (node.isArray()) {
                node.forEach(open::add);
            } else if (node.isObject()) {
                found.add(node);
                for (String key : List.of("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart")) {
                    JsonNode inner = node.get(key);
                    if (inner != null && inner.isContainerNode()) {
                        open.add(inner);
                    }
                }
            }
        }
        return found;
    }

    private static boolean isArticle(JsonNode node) {
        return hasType(node, ARTICLES);
    }

    private static boolean hasType(JsonNode node, Set<String> types) {
        JsonNode type = node.path("@type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (types.contains(local(one.asText()))) {
                    return true;
                }
            }
        }
        return types.contains(local(type.asText()));
    }

    private static String local(String type) {
        return type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf(':')) + 1);
    }

    boolean hasArticle() {
        return article != null;
    }

    /** The text of an article's property; of an object its name, of an array its first element. */
    String text(String property) {
        return article == null ? null : text(article.path(property), 0);
    }

    private static String text(JsonNode node, int depth) {
        if (depth > 4) {
            return null;
        }
        if (node.isArray()) {
            return node.isEmpty() ? null : text(node.get(0), depth + 1);
        }
        if (node.isObject()) {
            for (String key : List.of("name", "@value", "url", "@id")) {
                if (node.hasNonNull(key)) {
                    return text(node.get(key), depth + 1);
                }
            }
            return null;
        }
        String text = node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
        return text.isEmpty() ? null : text;
    }

    /** Names of the article's authors that are persons; other authors are only in {@link #offices()}. */
    List<String> authors() {
        return names(false);
    }

    /** Names of authors that are organisations. */
    List<String> offices() {
        return names(true);
    }

    private List<String> names(boolean organisations) {
        List<String> names = new ArrayList<>();
        if (article != null) {
            JsonNode authors = article.hasNonNull("author") ? article.path("author") : article.path("creator");
            collect(authors, organisations, names, 0);
        }
        return names;
    }

    private void collect(JsonNode node, boolean organisations, List<String> names, int depth) {
        if (depth > 4 || names.size() > 30) {
            return;
        }
        if (node.isArray()) {
            for (JsonNode one : node) {
                collect(one, organisations, names, depth + 1);
            }
        } else if (node.isObject() && !node.hasNonNull("name")) {
            JsonNode told = named.get(node.path("@id").asText());
            if (told != null) {
                collect(told, organisations, names, depth + 1);
            }
        } else if (node.isObject()) {
            boolean organisation = local(text(node.path("@type"), 0) + "").endsWith("Organization");
            if (organisation == organisations) {
                collect(node.path("name"), organisations, names, depth + 1);
            }
        } else if (node.isTextual() && (depth > 0 || !organisations)) {
            names.add(node.asText().strip());
        }
    }

    /** The article's picture. */
    PageMedia image() {
        if (article == null) {
            return null;
        }
        JsonNode image = article.path("image");
        JsonNode first = image.isArray() && !image.isEmpty() ? image.get(0) : image;
        if (first.isObject()) {
            String uri = text(first.hasNonNull("url") ? first.path("url") : first.path("contentUrl"), 0);
            String caption = text(first.hasNonNull("caption") ? first.path("caption") : first.path("description"), 0);
            String credit = text(first.hasNonNull("creditText") ? first.path("creditText") : first.path("creator"), 0);
            return uri == null ? null : new PageMedia(uri, caption, credit);
        }
        String uri = text(first, 0);
        return uri == null ? null : new PageMedia(uri, null, null);
    }

    /** The name of the last breadcrumb that is neither the front page nor the article. */
    String trail(String headline) {
        if (breadcrumbs == null) {
            return null;
        }
        String section = null;
        JsonNode items = breadcrumbs.path("itemListElement");
        for (JsonNode item : items) {
            String name = item.hasNonNull("name") ? text(item.path("name"), 0) : text(item.path("item"), 0);
            boolean brief = name != null && name.length() < 40 && !name.contains("://");
            boolean own =
                    headline != null && name != null && Wording.key(headline).startsWith(Wording.key(name));
            if (brief && !own && !Sections.isHome(name)) {
                section = name;
            }
        }
        return section;
    }
}
