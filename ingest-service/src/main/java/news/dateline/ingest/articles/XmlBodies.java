package news.dateline.ingest.articles;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import news.dateline.ingest.articles.ArticleReader.Origin;
import news.dateline.ingest.newsml.NewsMlReader;
import news.dateline.ingest.nitf.NitfReader;
import news.dateline.ingest.wires.WireItem;
import news.dateline.ingest.xml.MalformedXmlException;
import news.dateline.ingest.xml.XmlItems;

/** Reads XML bodies; where the media type only says XML, the root element tells the format. Pure and thread-safe. */
final class XmlBodies {
    private static final int PROLOG = 64 * 1024;

    void read(BodyType type, InputStream body, Origin origin, Consumer<ReadItem> items) throws IOException {
        BufferedInputStream document = new BufferedInputStream(body, PROLOG);
        AtomicInteger next = new AtomicInteger();
        Consumer<WireItem> wires = item -> items.accept(WireArticles.item(next.getAndIncrement(), item, origin));
        try {
            switch (type == BodyType.XML ? told(document, origin) : type) {
                case NITF -> wires.accept(NitfReader.read(document, origin.charset()));
                default -> NewsMlReader.read(document, origin.charset(), wires);
            }
        } catch (MalformedXmlException e) {
            throw new MalformedBodyException(e.getMessage());
        }
    }

    private static BodyType told(BufferedInputStream document, Origin origin) throws IOException {
        document.mark(PROLOG);
        byte[] prolog = document.readNBytes(PROLOG);
        document.reset();
        String root = new XmlItems(new ByteArrayInputStream(prolog), origin.charset()).root();
        if (NewsMlReader.isRoot(root)) {
            return BodyType.NEWSML;
        }
        if (root.equals("nitf")) {
            return BodyType.NITF;
        }
        throw new MalformedBodyException(
                "XML with the root element " + root + " is of no known kind; it may be NewsML-G2 or NITF");
    }
}
