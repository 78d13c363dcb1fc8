package news.dateline.ingest.articles;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.dateline.RawArticle;
import news.dateline.ingest.feeds.FeedReader;
import news.dateline.ingest.feeds.NotAFeedException;
import news.dateline.ingest.pages.HtmlPages;
import news.dateline.ingest.pages.PageArticle;
import news.dateline.ingest.pages.PlainTextPages;
import news.dateline.schemas.article.ArticleRules;
import news.dateline.schemas.article.InvalidArticleException;

/** Reads a body of any known type into its articles. Pure and thread-safe. */
public final class ArticleReader {
    private final JsonBodies json = new JsonBodies();
    private final PlainTextPages textPages = new PlainTextPages();
    private final HtmlPages htmlPages = new HtmlPages();
    private final FeedReader feeds = new FeedReader();

    /**
     * Reads one body.
     *
     * @param type what the body is
     * @param body its bytes, decompressed
     * @param origin what the sender says beside the body
     * @return one item for each object of a JSON body, line of an NDJSON body or item of a feed; for a page one for each
     *     of its articles, all with index 0
     * @throws MalformedBodyException if the body cannot be read at all
     */
    public List<ReadItem> read(BodyType type, byte[] body, Origin origin) {
        if (body.length == 0) {
            throw new MalformedBodyException("the body is empty");
        }
        return switch (type) {
            case JSON -> json.document(body, origin);
            case NDJSON -> json.lines(body, origin);
            case TEXT -> page(textPages.read(StrictText.decode(body, origin.charset())), origin);
            case HTML -> page(htmlPages.read(body, name(origin.charset()), origin.url()), origin);
            case FEED -> feed(body, origin);
            case XML -> {
                if (!FeedReader.isFeed(body)) {
                    throw new MalformedBodyException("the XML is no RSS, Atom or RDF feed and no sitemap");
                }
                yield feed(body, origin);
            }
        };
    }

    private List<ReadItem> feed(byte[] body, Origin origin) {
        try {
            return FeedArticles.of(feeds.read(body, name(origin.charset()), origin.url()), origin);
        } catch (NotAFeedException e) {
            throw new MalformedBodyException(e.getMessage());
        }
    }

    private static String name(Charset charset) {
        return charset == null ? null : charset.name();
    }

    private static List<ReadItem> page(List<PageArticle> found, Origin origin) {
        if (found.isEmpty()) {
            return List.of(new ReadItem.Refused(0, "no article was found on the page"));
        }
        List<ReadItem> items = new ArrayList<>();
        boolean alone = found.size() == 1;
        for (PageArticle article : found) {
            items.add(item(0, () -> PageArticles.toRaw(article, alone, origin)));
        }
        return items;
    }

    static ReadItem item(int index, Draft draft) {
        try {
            RawArticle article = draft.read();
            ArticleRules.check(article);
            return new ReadItem.Article(index, article);
        } catch (InvalidArticleException e) {
            return new ReadItem.Refused(index, e.getMessage());
        }
    }

    /** Reads one article, or throws {@link InvalidArticleException}. */
    interface Draft {
        RawArticle read();
    }

    /**
     * What the sender says beside the body.
     *
     * @param charset charset of the media type, null if it names none
     * @param url address of the page, null if not said
     * @param source id of the source for articles that name none, null if not said
     * @param receivedAt when the body came in
     */
    public record Origin(Charset charset, String url, String source, Instant receivedAt) {}
}
