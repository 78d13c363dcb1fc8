package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Reads an article's pictures from its figures and caption elements, the lead picture first. Stateless. */
final class PagePictures {
    private static final int MOST = 20;

    private PagePictures() {}

    static List<PageMedia> read(List<Element> figures, PageMetadata metadata, Hints hints) {
        List<PageMedia> pictures = new ArrayList<>();
        PageMedia lead = metadata.image();
        for (Element figure : figures.subList(0, Math.min(figures.size(), MOST * 3))) {
            PageMedia picture = picture(figure, metadata, hints);
            if (picture != null && pictures.size() < MOST && !pictures.contains(picture)) {
                pictures.add(picture);
            }
        }
        if (lead == null) {
            return pictures;
        }
        PageMedia same = pictures.stream()
                .filter(p -> isSame(p.uri(), lead.uri()))
                .findFirst()
                .orElse(null);
        if (same != null) {
            pictures.remove(same);
            pictures.add(0, merge(lead, same));
        } else if (!pictures.isEmpty() && pictures.get(0).uri() == null) {
            pictures.set(0, merge(lead, pictures.get(0)));
        } else if (pictures.isEmpty() || lead.caption() != null) {
            pictures.add(0, lead);
        } else {
            pictures.add(0, merge(lead, pictures.remove(0)));
        }
        return pictures;
    }

    private static PageMedia merge(PageMedia lead, PageMedia shown) {
        return new PageMedia(
                lead.uri() == null ? shown.uri() : lead.uri(),
                shown.caption() == null ? lead.caption() : shown.caption(),
                shown.credit() == null ? lead.credit() : shown.credit());
    }

    /** Two sizes of one picture differ in path or query; the file's name stays. */
    private static boolean isSame(String one, String other) {
        return one != null
                && other != null
                && (one.equals(other) || fileName(one).equals(fileName(other)));
    }

    private static String fileName(String uri) {
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static PageMedia picture(Element figure, PageMetadata metadata, Hints hints) {
        Element image = figure.selectFirst("img, amp-img");
        String uri = image == null ? null : source(image, metadata);
        Element captionElement =
                figure.normalName().equals("figure") ? figure.selectFirst("figcaption, [class*=aption]") : figure;
        String credit = null;
        String caption = null;
        if (captionElement != null) {
            Element credited = credit(figure, hints);
            credit = credited == null ? null : HtmlText.squeeze(credited.text());
            caption = HtmlText.squeeze(captionElement.text());
            if (credit != null && !credit.isEmpty() && !credited.equals(captionElement)) {
                caption = HtmlText.squeeze(caption.replace(credit, " "));
            }
            Caption found = Captions.of(caption);
            if (found != null && credit == null) {
                caption = found.text();
                credit = found.credit();
            }
        }
        String bareCredit = credit == null ? null : Captions.credit(credit);
        boolean empty = uri == null && (caption == null || caption.isBlank());
        return empty ? null : new PageMedia(uri, blank(caption), blank(bareCredit));
    }

    private static Element credit(Element figure, Hints hints) {
        for (Element element : figure.getAllElements()) {
            boolean credited = (hints.of(element) & Hints.CREDIT) != 0
                    || element.attr("itemprop").equals("copyrightHolder");
            if (credited && !element.text().isBlank() && element.text().length() < 120 && !element.equals(figure)) {
                return element;
            }
        }
        return null;
    }

    private static String source(Element image, PageMetadata metadata) {
        for (String attribute : new String[] {"src", "data-src", "data-original", "data-lazy-src", "data-url"}) {
            String uri = metadata.address().absolute(image.attr(attribute));
            if (uri != null) {
                return uri;
            }
        }
        String set = image.attr("srcset").strip();
        int end = set.indexOf(' ');
        return metadata.address().absolute(end > 0 ? set.substring(0, end) : set);
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
