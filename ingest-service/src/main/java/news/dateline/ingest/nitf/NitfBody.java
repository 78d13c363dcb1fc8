package news.dateline.ingest.nitf;

import java.util.ArrayList;
import java.util.List;
import news.dateline.RawArticle;
import news.dateline.ingest.markup.MarkedUpText;
import news.dateline.ingest.markup.MarkupReader;
import news.dateline.ingest.wires.WireDraft;
import news.dateline.ingest.wires.WireText;
import news.dateline.ingest.xml.Children;
import org.jsoup.nodes.Element;

/**
 * The body of an NITF document, alone or within NewsML-G2. What is known already, because the envelope says it, is kept.
 */
public final class NitfBody {
    private final Element nitf;

    /** @param nitf the root element of the document */
    public NitfBody(Element nitf) {
        this.nitf = nitf;
    }

    /** Fills in headline, standfirst, byline, dateline, credit, text and pictures. */
    public void fill(WireDraft draft) {
        RawArticle article = draft.article();
        Element head = Children.first(nitf, "body", "body.head");
        headline(article, head);
        if (article.getByline().isEmpty()) {
            article.setByline(byline(head));
        }
        if (article.getDateline() == null) {
            article.setDateline(place(Children.first(head, "dateline")));
        }
        if (article.getCredit() == null) {
            article.setCredit(Children.text(head, "distributor"));
        }
        Element content = Children.first(nitf, "body", "body.content");
        if (content != null) {
            draft.body(MarkupReader.read(content));
        }
    }

    private void headline(RawArticle article, Element head) {
        String first = Children.text(head, "hedline", "hl1");
        if (article.getHeadline() == null) {
            article.setHeadline(first == null ? Children.text(nitf, "head", "title") : first);
        }
        if (article.getStandfirst().isEmpty()) {
            List<String> lines = new ArrayList<>();
            Children.all(Children.first(head, "hedline"), "hl2").forEach(line -> lines.add(line.text()));
            Element summary = Children.first(head, "abstract");
            if (summary != null) {
                MarkedUpText text = MarkupReader.read(summary);
                lines.addAll(text.paragraphs());
            }
            lines.removeIf(String::isBlank);
            article.setStandfirst(lines);
        }
    }

    /** Persons where they are marked up, else the byline's own text without titles and places. */
    private static List<String> byline(Element head) {
        List<String> names = new ArrayList<>();
        for (Element byline : Children.all(head, "byline")) {
            List<Element> persons = byline.select("person");
            if (persons.isEmpty()) {
                Element bare = byline.clone();
                bare.select("byttl, location").remove();
                String text = bare.text().replaceAll("[\\s,;]+$", "");
                names.addAll(WireText.byline(text.isBlank() ? byline.text() : text));
            } else {
                persons.forEach(person -> names.add(MarkupReader.collapsed(person.text())));
            }
        }
        names.removeIf(String::isBlank);
        return names;
    }

    private static String place(Element dateline) {
        if (dateline == null) {
            return null;
        }
        Element location = Children.first(dateline, "location");
        Element bare = location == null ? dateline.clone() : location;
        bare.getElementsByTag("story.date").remove();
        String place = MarkupReader.collapsed(bare.text()).replaceAll("[\\s,;:–—-]+$", "");
        return place.isEmpty() ? null : place;
    }
}
