package news.dateline.ingest.articles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import news.dateline.RawArticle;
import news.dateline.ingest.feeds.FeedReader;
import news.dateline.ingest.feeds.NotAFeedException;
import news.dateline.ingest.pages.HtmlPages;
import news.dateline.ingest.pages.PageArticle;
import news.dateline.ingest.pages.PlainTextPages;
import news.dateline.ingest.warc.WarcPage;
import news.dateline.ingest.warc.WarcPages;
import news.dateline.schemas.article.ArticleRules;
import news.dateline.schemas.article.InvalidArticleException;

/** Reads a body of any known type into its articles. Pure and thread-safe. */
public final class ArticleReader {
    private final JsonBodies json = new JsonBodies();
    private final PlainTextPages textPages = new PlainTextPages();
    private final HtmlPages htmlPages = new HtmlPages();
    private final FeedReader feeds = new FeedReader();
    private final XmlBodies xml = new XmlBodies();

    /**
     * Reads one body that is held in memory.
     *
     * @param type what the body is
     * @param body its bytes, decompressed
     * @param origin what the sender says beside the body
     * @return one item for each object of a JSON body, line of an NDJSON body, item of a feed or news message, or page of a WARC;
     *     for a page one for each of its articles, all with the page's index
     * @throws MalformedBodyException if the body cannot be read at all
     */
    public List<ReadItem> read(BodyType type, byte[] body, Origin origin) {
        if (body.length == 0) {
            throw new MalformedBodyException("the body is empty");
        }
        List<ReadItem> items = new ArrayList<>();
        try {
            read(type, new ByteArrayInputStream(body), origin, items::add);
        } catch (IOException e) {
            throw new MalformedBodyException("the body cannot be read: " + e.getMessage());
        }
        return items;
    }

    /**
     * Reads one body item by item. Of a kind that {@linkplain BodyType#isStreamed() is streamed}, no more than one item is
     * held in memory; anything else is read whole, so its length is for the caller to bound.
     *
     * @param items gets each item as soon as it is read; may block
     * @throws MalformedBodyException if the body cannot be read at all, or not on from where it has been read to
     * @throws IOException if the stream fails
     */
    public void read(BodyType type, InputStream body, Origin origin, Consumer<ReadItem> items) throws IOException {
        switch (type) {
            case JSON -> json.document(body.readAllBytes(), origin).forEach(items);
            case NDJSON -> json.lines(body, origin, items);
            case TEXT -> text(0, body.readAllBytes(), origin).forEach(items);
            case HTML ->
                html(0, body.readAllBytes(), name(origin.charset()), origin).forEach(items);
            case FEED -> feed(body.readAllBytes(), origin).forEach(items);
            case NEWSML, NITF -> xml.read(type, body, origin, items);
            case XML -> ofUnknownRoot(body.readAllBytes(), origin, items);
            case WARC -> warc(body, origin, items);
        }
    }

    private void warc(InputStream body, Origin origin, Consumer<ReadItem> items) throws IOException {
        AtomicInteger next = new AtomicInteger();
        WarcPages.read(body, page -> {
            int index = next.getAndIncrement();
            try {
                page(index, page, origin).forEach(items);
            } catch (MalformedBodyException e) {
                items.accept(new ReadItem.Refused(index, page.url() + ": " + e.getMessage()));
            }
        });
    }

    private List<ReadItem> page(int index, WarcPage page, Origin origin) {
        if (page instanceof WarcPage.Captured read) {
            Origin captured = new Origin(known(read.charset()), page.url(), origin.source(), origin.receivedAt());
            return read.html()
                    ? html(index, read.content(), read.charset(), captured)
                    : text(index, read.content(), captured);
        }
        String detail = ((WarcPage.Unreadable) page).detail();
        return List.of(new ReadItem.Refused(index, page.url() == null ? detail : page.url() + ": " + detail));
    }

    private List<ReadItem> text(int index, byte[] body, Origin origin) {
        return page(index, textPages.read(StrictText.decode(body, origin.charset())), origin);
    }

    private List<ReadItem> html(int index, byte[] body, String charset, Origin origin) {
        return page(index, htmlPages.read(body, charset, origin.url()), origin);
    }

    /** A charset that a captured server named, unless nobody knows it. */
    private static Charset known(String charset) {
        try {
            return charset == null ? null : Charset.forName(charset);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void ofUnknownRoot(byte[] body, Origin origin, Consumer<ReadItem> items) throws IOException {
        if (FeedReader.isFeed(body)) {
            feed(body, origin).forEach(items);
        } else {
            xml.read(BodyType.XML, new ByteArrayInputStream(body), origin, items);
        }
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

    private static List<ReadItem> page(int index, List<PageArticle> found, Origin origin) {
        if (found.isEmpty()) {
            return List.of(new ReadItem.Refused(index, "no article was found on the page"));
        }
        List<ReadItem> items = new ArrayList<>();
        boolean alone = found.size() == 1;
        for (PageArticle article : found) {
            items.add(item(index, () -> PageArticles.toRaw(article, alone, origin)));
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
