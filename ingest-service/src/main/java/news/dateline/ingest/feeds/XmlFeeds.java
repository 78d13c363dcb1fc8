package news.dateline.ingest.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Finds out what an XML document is and reads it. */
final class XmlFeeds {
    private static final int DEEPEST = 128;
    private static final int ROOT_DEPTH = 3;
    private static final Pattern END =
            Pattern.compile("(?i)</(?:[\\w.-]+:)?(rss|rdf|feed|channel|urlset|sitemapindex)\\s*>");
    private static final Pattern ITEM_END = Pattern.compile("(?i)</(?:[\\w.-]+:)?(item|entry|url|sitemap)\\s*>");

    private static final Pattern ITEM_BEGIN = Pattern.compile("(?i)<(?:[\\w.-]+:)?(item|entry|url|sitemap)[\\s>]");

    private XmlFeeds() {}

    static FeedDocument read(String text, String url) {
        boolean whole = END.matcher(text).find();
        Document document = Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(whole ? text : beforeCut(text), "");
        document.outputSettings().prettyPrint(false);
        Element root = root(document, 0);
        if (root == null) {
            throw new NotAFeedException("the document is no RSS, Atom or JSON feed and no sitemap");
        }
        return switch (name(root)) {
            case "feed" -> atom(root, url, whole);
            case "urlset" ->
                new FeedDocument(
                        FeedDocument.Kind.SITEMAP,
                        null,
                        null,
                        FeedPace.UNSAID,
                        items(Vocabulary.CORE.children(root, "url"), Sitemaps::entry),
                        List.of(),
                        whole);
            case "sitemapindex" ->
                new FeedDocument(
                        FeedDocument.Kind.SITEMAP_INDEX,
                        null,
                        null,
                        FeedPace.UNSAID,
                        List.of(),
                        Sitemaps.parts(root),
                        whole);
            default -> rss(root, url, whole);
        };
    }

    /** What stands before the item that was cut off. */
    private static String beforeCut(String text) {
        Matcher ends = ITEM_END.matcher(text);
        int last = -1;
        while (ends.find()) {
            last = ends.end();
        }
        if (last >= 0) {
            return text.substring(0, last);
        }
        Matcher begin = ITEM_BEGIN.matcher(text);
        return begin.find() ? text.substring(0, begin.start()) : text;
    }

    private static Element root(Element parent, int depth) {
        for (Element child : parent.children()) {
            if (FeedReader.isRoot(name(child))) {
                return child;
            }
            Element deeper = depth < ROOT_DEPTH && !name(child).equals("html") ? root(child, depth + 1) : null;
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    private static String name(Element element) {
        return element.tag().localName().toLowerCase(Locale.ROOT);
    }

    private static FeedDocument rss(Element root, String url, boolean whole) {
        Element channel = Vocabulary.CORE.child(root, "channel");
        Element head = channel == null ? root : channel;
        List<Element> items = new ArrayList<>(Vocabulary.CORE.children(head, "item"));
        if (channel != null) {
            items.addAll(Vocabulary.CORE.children(root, "item")); // RSS 0.90 and 1.0 have them beside the channel
        }
        RssItems reader = new RssItems(head, url);
        return new FeedDocument(
                FeedDocument.Kind.RSS,
                Markup.line(Vocabulary.CORE.text(head, "title")),
                reader.site(),
                Paces.of(head),
                items(items, reader::item),
                List.of(),
                whole);
    }

    private static FeedDocument atom(Element root, String url, boolean whole) {
        AtomEntries reader = new AtomEntries(root, url);
        return new FeedDocument(
                FeedDocument.Kind.ATOM,
                reader.title(),
                reader.site(),
                Paces.of(root),
                items(reader.entries(), reader::entry),
                List.of(),
                whole);
    }

    private static List<FeedItem> items(List<Element> elements, Function<Element, FeedItem> read) {
        return elements.stream().limit(FeedReader.MAX_ITEMS).map(read).toList();
    }
}
