package news.dateline.ingest.pages;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A test page with a kind of help taken away, to see that the text is found without it. */
enum PageVariant {
    AS_IT_IS,
    WITHOUT_NAMES,
    WITHOUT_ELEMENTS,
    WITHOUT_NAMES_AND_ELEMENTS;

    byte[] of(BenchPage page) {
        if (this == AS_IT_IS) {
            return page.bytes();
        }
        Document document = Jsoup.parse(PageCharset.decode(page.bytes(), null));
        if (this != WITHOUT_ELEMENTS) {
            for (Element element : document.body().getAllElements()) {
                for (String name : new String[] {"class", "id", "data-component", "data-testid", "itemprop", "role"}) {
                    element.removeAttr(name);
                }
            }
        }
        if (this != WITHOUT_NAMES) {
            document.select("article, main, nav, aside, footer, header, section, figure, figcaption")
                    .forEach(element -> element.tagName("div"));
        }
        document.charset(StandardCharsets.UTF_8);
        return document.outerHtml().getBytes(StandardCharsets.UTF_8);
    }
}
