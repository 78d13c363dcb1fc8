package news.dateline.ingest.articles;

import java.util.ArrayList;
import java.util.List;
import news.dateline.Media;
import news.dateline.RawArticle;
import news.dateline.Source;
import news.dateline.ingest.articles.ArticleReader.Origin;
import news.dateline.ingest.pages.PageArticle;
import news.dateline.ingest.pages.PageMedia;
import news.dateline.schemas.article.ArticleId;
import news.dateline.schemas.article.CanonicalUrl;

/** Turns what was read off a page into a raw article. */
final class PageArticles {
    private PageArticles() {}

    /**
     * The raw article.
     *
     * @param alone whether it is the page's only article: then the page's address is its own
     */
    static RawArticle toRaw(PageArticle page, boolean alone, Origin origin) {
        String url = page.canonicalUrl() == null && alone ? origin.url() : page.canonicalUrl();
        List<Media> media = new ArrayList<>();
        for (PageMedia medium : page.media()) {
            media.add(new Media(medium.uri(), medium.caption(), medium.credit()));
        }
        RawArticle article = RawArticle.newBuilder()
                .setId("")
                .setSource(source(page, url == null ? origin.url() : url, origin.source()))
                .setUrl(url)
                .setHeadline(page.headline())
                .setStandfirst(page.standfirst())
                .setByline(page.byline())
                .setCredit(page.credit())
                .setDateline(page.dateline())
                .setPublishedAt(page.publishedAt())
                .setUpdatedAt(page.updatedAt())
                .setLanguage(page.language())
                .setSection(page.section())
                .setBody(page.body())
                .setSubheads(page.subheads())
                .setMedia(media)
                .setAccessibleForFree(page.accessibleForFree())
                .setUsageTerms(page.usageTerms())
                .setCopyrightNotice(page.copyrightNotice())
                .setTdmReservation(page.tdmReservation())
                .setReceivedAt(origin.receivedAt())
                .build();
        article.setId(ArticleId.of(article));
        return article;
    }

    private static Source source(PageArticle page, String url, String given) {
        if (given != null) {
            return new Source(given, page.sourceName() == null ? given : page.sourceName());
        }
        String host = url == null ? "unknown" : CanonicalUrl.host(url);
        return new Source(host, page.sourceName() == null ? host : page.sourceName());
    }
}
