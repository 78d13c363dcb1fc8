package news.dateline.ingest.feeds;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1.0 and 1.1, sitemaps and sitemap
 * indexes (sitemaps.org 0.9, Google News), whichever of them the document is, however ill-formed.
 *
 * <p>Stateless and safe for use by many threads. Time and memory are linear in the document's length.
 */
public final class FeedReader {
    /** Most items that are read of one document; those behind are left out. */
    public static final int MAX_ITEMS = 5_000;

    private static final int HEAD = 8_192;
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "urlset", "sitemapindex");
    private static final Pattern FIRST_ELEMENT = Pattern.compile("<([a-z][\\w.-]*:)?([a-z][\\w.-]*)[\\s>/]");

    /** Makes a reader; one is enough for a process. */
    public FeedReader() {}

    /**
     * Reads a document.
     *
     * @param body the document as it was received
     * @param charsetOrNull the charset that the transport stated, or {@code null}
     * @param urlOrNull the address that it was fetched from, to resolve its links, or {@code null}
     * @throws NotAFeedException if it is none of these formats
     */
    public FeedDocument read(byte[] body, String charsetOrNull, String urlOrNull) {
        String text = FeedText.decode(body, charsetOrNull).strip();
        if (text.isEmpty()) {
            throw new NotAFeedException("the document is empty");
        }
        if (text.startsWith("{")) {
            return JsonFeeds.read(text, urlOrNull);
        }
        return XmlFeeds.read(text, urlOrNull);
    }

    /**
     * Whether an XML document is a feed or sitemap, by the first element that it holds.
     *
     * @param body the document, or its first few thousand bytes
     */
    public static boolean isFeed(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1)
                .replace("\0", "") // UTF-16 as well
                .toLowerCase(Locale.ROOT)
                .replaceAll("(?s)<!--.*?(-->|$)", "");
        Matcher first = FIRST_ELEMENT.matcher(head);
        return first.find() && isRoot(first.group(2));
    }

    static boolean isRoot(String localName) {
        return ROOTS.contains(localName);
    }
}
