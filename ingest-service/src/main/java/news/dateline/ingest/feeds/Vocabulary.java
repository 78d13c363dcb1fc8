package news.dateline.ingest.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** The vocabularies that feeds are written in, told by namespace, and by the usual prefix where none is declared. */
enum Vocabulary {
    /** The format's own elements: RSS of any version, sitemaps, and Atom without prefix. */
    CORE("purl.org/rss/", "rss"),
    ATOM("w3.org/2005/atom", "atom"),
    DC("purl.org/dc/elements/", "dc"),
    DCTERMS("purl.org/dc/terms", "dcterms"),
    CONTENT("purl.org/rss/1.0/modules/content", "content"),
    MEDIA("search.yahoo.com/mrss", "media"),
    SYNDICATION("purl.org/rss/1.0/modules/syndication", "sy"),
    ITUNES("itunes.com/dtds/podcast", "itunes"),
    NEWS("schemas/sitemap-news", "news"),
    FEEDBURNER("rssnamespace.org/feedburner", "feedburner"),
    LICENCE("creativecommons", "cc"),
    OTHER("\0", "\0");

    private static final String NONE = "http://www.w3.org/XML/1998/namespace"; // what the parser gives as default

    private final String namespace;
    private final String prefix;

    Vocabulary(String namespace, String prefix) {
        this.namespace = namespace;
        this.prefix = prefix;
    }

    static Vocabulary of(Element element) {
        String namespace = element.tag().namespace().toLowerCase(Locale.ROOT);
        String prefix = element.tag().prefix().toLowerCase(Locale.ROOT);
        if (!namespace.equalsIgnoreCase(NONE)) {
            if (namespace.contains("purl.org/atom/")) {
                return ATOM;
            }
            Vocabulary found = OTHER;
            for (Vocabulary each : values()) {
                if (namespace.contains(each.namespace) && each.namespace.length() > found.namespace.length()) {
                    found = each;
                }
            }
            return found == OTHER && prefix.isEmpty() ? CORE : found;
        }
        for (Vocabulary each : values()) {
            if (each.prefix.equals(prefix)) {
                return each;
            }
        }
        return prefix.isEmpty() ? CORE : prefix.equals("creativecommons") ? LICENCE : OTHER;
    }

    /** The children of this vocabulary with one of these local names, case ignored, in their order. */
    List<Element> children(Element parent, String... names) {
        List<Element> found = new ArrayList<>();
        for (Element child : parent.children()) {
            for (String name : names) {
                if (child.tag().localName().equalsIgnoreCase(name) && of(child) == this) {
                    found.add(child);
                }
            }
        }
        return found;
    }

    Element child(Element parent, String... names) {
        List<Element> found = children(parent, names);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The plain text of the first such child that has any, else {@code null}. */
    String text(Element parent, String... names) {
        for (Element child : children(parent, names)) {
            String text = Markup.squeeze(child.wholeText());
            if (!text.isEmpty()) {
                return text;
            }
        }
        return null;
    }
}
