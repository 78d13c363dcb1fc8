package news.dateline.ingest.xml;

import java.util.List;
import org.jsoup.nodes.Element;

/** Looks into the trees of {@link XmlItems} by the names of child elements. Stateless. */
public final class Children {
    private Children() {}

    /** The element at the end of a path of child elements, the first of each name; null if there is none. */
    public static Element first(Element parent, String... path) {
        Element at = parent;
        for (String name : path) {
            at = at == null ? null : all(at, name).stream().findFirst().orElse(null);
        }
        return at;
    }

    /** All child elements of this name; none of none. */
    public static List<Element> all(Element parent, String name) {
        return parent == null
                ? List.of()
                : parent.children().stream()
                        .filter(child -> child.tagName().equals(name))
                        .toList();
    }

    /** The text at the end of a path, white space collapsed; null if there is none. */
    public static String text(Element parent, String... path) {
        Element found = first(parent, path);
        return found == null ? null : blankToNull(found.text());
    }

    /** An attribute's value; null if it is missing or blank. */
    public static String attribute(Element element, String name) {
        return element == null ? null : blankToNull(element.attr(name));
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
