package news.dateline.ingest.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Reads an XML 1.0 document item by item: only the item at hand is held in memory, as a jsoup tree whose tags are local
 * names.
 *
 * <p>Nothing is ever fetched and nothing expanded: a DOCTYPE is passed over with all that it declares, so there are
 * neither external entities nor entity bombs. Characters that HTML names, as the no-break space, are known in text, other
 * entities are an error; in attributes entities are left out. Nesting, elements and attributes are bounded.
 *
 * <p>For one document and one thread; the caller closes the stream.
 */
public final class XmlItems {
    private static final int DEEPEST = 200;
    private static final int MOST_ELEMENTS = 2_000_000;
    private static final int MOST_ATTRIBUTES = 200;
    private static final int LONGEST_ATTRIBUTE = 100_000;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private final String root;
    private boolean atItem;

    /**
     * Opens a document.
     *
     * @param charset what the transport says, null to follow the document itself
     * @throws MalformedXmlException if it does not begin as XML does
     */
    public XmlItems(InputStream document, Charset charset) {
        try {
            reader = charset == null
                    ? FACTORY.createXMLStreamReader(document)
                    : FACTORY.createXMLStreamReader(document, charset.name());
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                // prolog
            }
            root = reader.getLocalName();
            atItem = true;
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) MOST_ELEMENTS);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        return factory;
    }

    /** Local name of the document's root element. */
    public String root() {
        return root;
    }

    /**
     * The next element of one of these local names, with all that it holds; the root counts too.
     *
     * @return null at the document's end
     * @throws MalformedXmlException if the document is not well-formed up to the item's end, or breaks a limit
     */
    public Element next(Set<String> names) {
        try {
            while (atItem || reader.hasNext()) {
                int event = atItem ? XMLStreamConstants.START_ELEMENT : reader.next();
                atItem = false;
                if (event == XMLStreamConstants.START_ELEMENT && names.contains(reader.getLocalName())) {
                    return tree();
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw malformed(e);
        } catch (RuntimeException e) {
            if (e instanceof MalformedXmlException) {
                throw e;
            }
            throw new MalformedXmlException("the XML cannot be read: " + firstLine(e.getMessage())); // lazy parsing
        }
    }

    private Element tree() throws XMLStreamException {
        Element item = element();
        Element at = item;
        int depth = 1;
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Element child = element();
                    at.appendChild(child);
                    at = child;
                    depth++;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    at = depth > 0 ? at.parent() : at;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    at.appendChild(new TextNode(reader.getText()));
                case XMLStreamConstants.ENTITY_REFERENCE -> at.appendChild(new TextNode(character()));
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        return item;
    }

    private Element element() {
        Element element = new Element(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            boolean xml = XMLConstants.XML_NS_URI.equals(reader.getAttributeNamespace(i));
            element.attr(xml ? "xml:" + name : name, reader.getAttributeValue(i));
        }
        return element;
    }

    private String character() {
        String reference = "&" + reader.getLocalName() + ";";
        String known = Parser.unescapeEntities(reference, true);
        if (known.equals(reference)) {
            throw new MalformedXmlException("the entity " + reference
                    + " is not known: entities that a DTD declares are not expanded; write the characters themselves");
        }
        return known;
    }

    private static MalformedXmlException malformed(XMLStreamException e) {
        Location at = e.getLocation();
        String place = at == null ? "" : " (line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ")";
        return new MalformedXmlException("the XML cannot be read: " + firstLine(e.getMessage()) + place);
    }

    private static String firstLine(String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        String plain = line.toLowerCase(Locale.ROOT).startsWith("parseerror") ? "not well-formed" : line;
        return plain.length() > 200 ? plain.substring(0, 200) + "…" : plain;
    }
}
