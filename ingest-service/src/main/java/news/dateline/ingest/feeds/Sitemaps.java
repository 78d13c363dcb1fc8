package news.dateline.ingest.feeds;

import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Element;

/** Reads sitemaps (sitemaps.org 0.9) with the extension of Google News, and sitemap indexes. */
final class Sitemaps {
    private Sitemaps() {}

    static FeedItem entry(Element url) {
        Element news = Vocabulary.NEWS.child(url, "news");
        Element publication = news == null ? null : Vocabulary.NEWS.child(news, "publication");
        return FeedItem.ofSitemap(
                Links.resolve(Vocabulary.CORE.text(url, "loc"), null),
                news == null ? null : Markup.line(Vocabulary.NEWS.text(news, "title")),
                news == null ? null : FeedDates.read(Vocabulary.NEWS.text(news, "publication_date")),
                FeedDates.read(Vocabulary.CORE.text(url, "lastmod")),
                publication == null ? null : Languages.tag(Vocabulary.NEWS.text(publication, "language")),
                publication == null ? null : Markup.line(Vocabulary.NEWS.text(publication, "name")));
    }

    private record Part(String url, String changed) {}

    /** The listed sitemaps, the one that changed last first; those without a date keep their order behind them. */
    static List<String> parts(Element index) {
        return Vocabulary.CORE.children(index, "sitemap").stream()
                .limit(FeedReader.MAX_ITEMS)
                .map(each -> new Part(
                        Links.resolve(Vocabulary.CORE.text(each, "loc"), null),
                        FeedDates.read(Vocabulary.CORE.text(each, "lastmod"))))
                .filter(part -> part.url != null)
                .sorted(Comparator.comparing(
                        (Part part) -> part.changed == null ? "" : part.changed, Comparator.reverseOrder()))
                .map(Part::url)
                .toList();
    }
}
