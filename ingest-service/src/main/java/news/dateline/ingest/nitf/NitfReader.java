package news.dateline.ingest.nitf;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Set;
import news.dateline.ingest.wires.UnreadableItemException;
import news.dateline.ingest.wires.WireDraft;
import news.dateline.ingest.wires.WireItem;
import news.dateline.ingest.xml.XmlItems;
import org.jsoup.nodes.Element;

/**
 * Reads a document of the News Industry Text Format, NITF 3.x (<a href="https://iptc.org/standards/nitf/">IPTC</a>), with
 * or without its namespace and DOCTYPE. Stateless and thread-safe.
 */
public final class NitfReader {
    private NitfReader() {}

    /**
     * Reads the document.
     *
     * @param charset what the transport says, or null
     * @throws news.dateline.ingest.xml.MalformedXmlException if it is not well-formed XML
     */
    public static WireItem read(InputStream document, Charset charset) {
        XmlItems items = new XmlItems(document, charset);
        Element nitf = items.next(Set.of("nitf"));
        if (nitf == null) {
            return new WireItem.LeftOut("the root element is " + items.root() + ", not nitf");
        }
        items.next(Set.of()); // to the end: a document that breaks off is none
        try {
            WireDraft draft = new WireDraft();
            new NitfHead(nitf).fill(draft);
            new NitfBody(nitf).fill(draft);
            return draft.finished();
        } catch (UnreadableItemException e) {
            return new WireItem.LeftOut(e.getMessage());
        }
    }
}
