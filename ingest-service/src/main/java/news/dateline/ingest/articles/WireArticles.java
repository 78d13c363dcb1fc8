package news.dateline.ingest.articles;

import news.dateline.RawArticle;
import news.dateline.Source;
import news.dateline.ingest.articles.ArticleReader.Origin;
import news.dateline.ingest.wires.WireItem;
import news.dateline.schemas.article.ArticleId;
import news.dateline.schemas.article.InvalidArticleException;

/** Turns what an agency's item says into a raw article: its id, and the source that the sender names. */
final class WireArticles {
    private WireArticles() {}

    static ReadItem item(int index, WireItem item, Origin origin) {
        if (item instanceof WireItem.Draft draft) {
            return ArticleReader.item(index, () -> identified(draft.article(), origin));
        }
        return new ReadItem.Refused(index, ((WireItem.LeftOut) item).detail());
    }

    private static RawArticle identified(RawArticle article, Origin origin) {
        if (origin.source() != null) {
            String name = article.getSource() == null
                    ? origin.source()
                    : article.getSource().getName();
            article.setSource(new Source(origin.source(), name));
        }
        if (article.getUri() == null && article.getUrl() == null && article.getHeadline() == null) {
            throw new InvalidArticleException("the item has neither an identifier nor a headline");
        }
        article.setReceivedAt(origin.receivedAt());
        article.setId(ArticleId.of(article));
        return article;
    }
}
