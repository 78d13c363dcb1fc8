package news.dateline.ingest.wires;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import news.dateline.RawArticle;
import news.dateline.ingest.articles.ArticleReader;
import news.dateline.ingest.articles.BodyType;
import news.dateline.ingest.articles.ReadItem;

/** The wire files of the tests, and what the reader makes of them. */
public final class WireFiles {
    public static final Instant RECEIVED = Instant.parse("2026-03-04T12:00:00Z");

    private WireFiles() {}

    public static byte[] bytes(String name) {
        try (InputStream file = WireFiles.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<ReadItem> read(BodyType type, byte[] body) {
        return new ArticleReader().read(type, body, new ArticleReader.Origin(null, null, null, RECEIVED));
    }

    public static RawArticle only(BodyType type, byte[] body) {
        return article(read(type, body), 0);
    }

    public static RawArticle article(List<ReadItem> items, int at) {
        if (items.get(at) instanceof ReadItem.Article read) {
            return read.article();
        }
        throw new AssertionError(items.get(at).toString());
    }
}
