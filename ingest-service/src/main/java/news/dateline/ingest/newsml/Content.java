package news.dateline.ingest.newsml;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.dateline.Media;
import news.dateline.ingest.markup.MarkedUpText;
import news.dateline.ingest.markup.MarkupReader;
import news.dateline.ingest.nitf.NitfBody;
import news.dateline.ingest.wires.WireDraft;
import news.dateline.ingest.wires.WireText;
import news.dateline.ingest.xml.Children;
import org.jsoup.nodes.Element;

/**
 * The contentSet of a newsItem. Its members are renditions of one content: the first text that can be read is taken, in
 * the order NITF, XHTML, inline data; remote pictures are media.
 */
final class Content {
    private final Element set;

    Content(Element set) {
        this.set = set;
    }

    /** Fills in the text and the pictures; whether there was a text. */
    boolean fill(WireDraft draft) {
        pictures(draft);
        return nitf(draft) || xhtml(draft) || data(draft);
    }

    private boolean nitf(WireDraft draft) {
        for (Element inline : Children.all(set, "inlineXML")) {
            Element nitf = Children.first(inline, "nitf");
            if (nitf != null) {
                new NitfBody(nitf).fill(draft);
                return true;
            }
        }
        return false;
    }

    private boolean xhtml(WireDraft draft) {
        for (Element inline : Children.all(set, "inlineXML")) {
            for (Element root : inline.children()) {
                if (Set.of("html", "body", "div", "section", "article", "p").contains(root.normalName())) {
                    Element body = Children.first(root, "body");
                    draft.body(MarkupReader.read(root.nameIs("p") ? inline : body == null ? root : body));
                    return true;
                }
            }
        }
        return false;
    }

    private boolean data(WireDraft draft) {
        for (Element inline : Children.all(set, "inlineData")) {
            String type = inline.attr("contenttype").toLowerCase(Locale.ROOT);
            String text = inline.wholeText();
            if (text.isBlank() || !inline.attr("encoding").isEmpty()) {
                continue; // encoded data are no text to be read here
            }
            if (type.contains("html")) {
                draft.body(MarkupReader.html(text));
                return true;
            }
            if (type.isEmpty() || type.startsWith("text/plain")) {
                draft.body(new MarkedUpText(WireText.paragraphs(text), List.of(), List.of()));
                return true;
            }
        }
        return false;
    }

    private void pictures(WireDraft draft) {
        for (Element remote : Children.all(set, "remoteContent")) {
            String href = Children.attribute(remote, "href");
            if (href != null
                    && remote.attr("contenttype").toLowerCase(Locale.ROOT).startsWith("image/")) {
                draft.media(new Media(href, null, null));
                return; // the others are renditions of the same picture
            }
        }
    }
}
