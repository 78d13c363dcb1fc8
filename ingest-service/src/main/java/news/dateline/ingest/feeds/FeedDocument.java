package news.dateline.ingest.feeds;

import java.util.List;

/**
 * A feed or sitemap as it was read.
 *
 * @param kind what it is
 * @param title its title, {@code null} where it has none
 * @param siteUrl address of the site that it belongs to, {@code null} where it does not say
 * @param pace how often the publisher wants to be asked
 * @param items its items, in the order of the document
 * @param parts addresses of the sitemaps that a sitemap index lists, the newest first
 * @param whole false if the document was cut off: the items before the cut are there, the one that was cut is not
 */
public record FeedDocument(
        Kind kind,
        String title,
        String siteUrl,
        FeedPace pace,
        List<FeedItem> items,
        List<String> parts,
        boolean whole) {

    /** The kinds of document. */
    public enum Kind {
        /** RSS 0.9x, 1.0 (RDF), 2.0. */
        RSS,
        /** Atom 0.3, 1.0. */
        ATOM,
        /** JSON Feed 1.0, 1.1. */
        JSON_FEED,
        /** A sitemap, with or without the extension of Google News. */
        SITEMAP,
        /** A list of sitemaps. */
        SITEMAP_INDEX
    }

    /** Copies the lists. */
    public FeedDocument {
        items = List.copyOf(items);
        parts = List.copyOf(parts);
    }
}
