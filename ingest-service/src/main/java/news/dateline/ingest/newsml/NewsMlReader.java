package news.dateline.ingest.newsml;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.function.Consumer;
import news.dateline.ingest.wires.UnreadableItemException;
import news.dateline.ingest.wires.WireItem;
import news.dateline.ingest.xml.XmlItems;
import org.jsoup.nodes.Element;

/**
 * Reads NewsML-G2 (<a href="https://iptc.org/standards/newsml-g2/">IPTC</a>): news items, alone or in a news message, one
 * by one. Catalogs are not fetched. Packages, concepts, knowledge, planning and catalogs are left out with a word that
 * says so; the news items that a message carries beside them are read. Stateless and thread-safe.
 */
public final class NewsMlReader {
    private static final Set<String> ITEMS =
            Set.of("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem");

    private NewsMlReader() {}

    /** Whether a document with this root element is NewsML-G2. */
    public static boolean isRoot(String name) {
        return ITEMS.contains(name) || name.equals("newsMessage");
    }

    /**
     * Reads the document; items come out before it has been read to its end.
     *
     * @param charset what the transport says, or null
     * @throws news.dateline.ingest.xml.MalformedXmlException if it is not well-formed XML
     */
    public static void read(InputStream document, Charset charset, Consumer<WireItem> items) {
        XmlItems xml = new XmlItems(document, charset);
        if (!isRoot(xml.root())) {
            items.accept(new WireItem.LeftOut(
                    "the root element is " + xml.root() + "; NewsML-G2 begins with newsItem or newsMessage"));
            return;
        }
        boolean none = true;
        for (Element item = xml.next(ITEMS); item != null; item = xml.next(ITEMS)) {
            none = false;
            items.accept(read(item));
        }
        if (none) {
            items.accept(new WireItem.LeftOut("the news message carries no item"));
        }
    }

    private static WireItem read(Element item) {
        try {
            return switch (item.tagName()) {
                case "newsItem" -> new NewsItem(item).read();
                case "packageItem" ->
                    new WireItem.LeftOut("a packageItem only refers to its items; send them as newsItem, or all of it"
                            + " in a newsMessage");
                default ->
                    new WireItem.LeftOut(
                            "a " + item.tagName() + " describes concepts, plans or codes and is no article");
            };
        } catch (UnreadableItemException e) {
            return new WireItem.LeftOut(e.getMessage());
        }
    }
}
