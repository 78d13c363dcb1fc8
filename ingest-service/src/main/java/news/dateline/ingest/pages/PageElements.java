package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * The elements of a page that say something about its article outside the text, found in one walk. Made for one page,
 * used by one thread.
 */
final class PageElements {
    private final Document page;
    private final List<Element> metas = new ArrayList<>();
    private final List<Element> links = new ArrayList<>();
    private final List<Element> data = new ArrayList<>();
    private final List<Element> headings = new ArrayList<>();
    private final List<Element> properties = new ArrayList<>();
    private final List<Element> related = new ArrayList<>();

    PageElements(Document page) {
        this.page = page;
        Node node = page.firstChild();
        while (node != null) {
            if (node instanceof Element element) {
                add(element);
            }
            node = next(node);
        }
    }

    private static Node next(Node node) {
        if (node.childNodeSize() > 0) {
            return node.firstChild();
        }
        Node at = node;
        while (at != null && at.nextSibling() == null) {
            at = at.parent();
        }
        return at == null ? null : at.nextSibling();
    }

    private void add(Element element) {
        switch (element.normalName()) {
            case "meta" -> metas.add(element);
            case "link" -> links.add(element);
            case "script" -> addData(element);
            case "h1", "h2", "h3" -> headings.add(element);
            default -> addTitle(element);
        }
        if (element.attributesSize() > 0) {
            if (element.hasAttr("itemprop")) {
                properties.add(element);
            }
            if (element.hasAttr("rel")) {
                related.add(element);
            }
        }
    }

    private void addData(Element script) {
        if (Wording.lower(script.attr("type")).startsWith("application/ld+json")) {
            data.add(script);
        }
    }

    private void addTitle(Element element) {
        boolean title = element.attributesSize() > 0
                && (element.attr("itemprop").equals("headline")
                        || element.hasClass("entry-title")
                        || element.hasClass("post-title"));
        if (title) {
            headings.add(element);
        }
    }

    Document page() {
        return page;
    }

    List<Element> metas() {
        return metas;
    }

    /** JSON-LD scripts. */
    List<Element> data() {
        return data;
    }

    /** Elements that can show the headline. */
    List<Element> headings() {
        return headings;
    }

    /** Microdata with this property. */
    List<Element> properties(String name) {
        return properties.stream()
                .filter(element -> element.attr("itemprop").equals(name))
                .toList();
    }

    /** Elements of the head with this relation. */
    List<Element> links(String relation) {
        return links.stream().filter(link -> isRelated(link, relation)).toList();
    }

    /** Any elements with this relation. */
    List<Element> related(String relation) {
        return related.stream().filter(link -> isRelated(link, relation)).toList();
    }

    private static boolean isRelated(Element link, String relation) {
        return Wording.lower(link.attr("rel").strip()).equals(relation);
    }
}
