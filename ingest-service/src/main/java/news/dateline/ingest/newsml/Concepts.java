package news.dateline.ingest.newsml;

import news.dateline.ingest.xml.Children;
import org.jsoup.nodes.Element;

/** Reads references to concepts. Catalogs are not fetched, so a code stands for itself. */
final class Concepts {
    private Concepts() {}

    /** The concept's name, else its literal, else the code without its scheme; null if it says none. */
    static String name(Element concept) {
        String name = Children.text(concept, "name");
        String literal = Children.attribute(concept, "literal");
        return name != null ? name : literal != null ? literal : code(concept);
    }

    /** The code without its scheme; null if there is none. */
    static String code(Element concept) {
        String qcode = Children.attribute(concept, "qcode");
        return qcode == null ? null : qcode.substring(qcode.indexOf(':') + 1);
    }
}
