package news.dateline.ingest.markup;

import java.util.Optional;
import news.dateline.Media;
import org.jsoup.nodes.Element;

/** Reads pictures: {@code figure} and {@code img} of HTML, {@code media} of NITF. */
final class Pictures {
    private Pictures() {}

    /** The picture with its caption and credit, unless the element says neither where it is nor what it shows. */
    static Optional<Media> of(Element element) {
        Element reference = element.selectFirst("media-reference[source]");
        Element image = element.nameIs("img") ? element : element.selectFirst("img");
        String uri = reference != null ? reference.attr("source") : image == null ? "" : image.attr("src");
        String caption = first(element, "media-caption, figcaption");
        if (caption.isEmpty() && image != null) {
            caption = MarkupReader.collapsed(image.attr("alt"));
        }
        String credit = first(element, "media-producer, [class*=credit], .byline, cite");
        return uri.isBlank() && caption.isEmpty()
                ? Optional.empty()
                : Optional.of(new Media(emptyToNull(uri.strip()), emptyToNull(caption), emptyToNull(credit)));
    }

    private static String first(Element element, String query) {
        Element found = element.selectFirst(query);
        return found == null ? "" : MarkupReader.collapsed(found.wholeText());
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
