package news.dateline.ingest.feeds;

import java.util.List;

/**
 * One item of a feed or entry of a sitemap. Texts are plain; scalars are {@code null} where the item does not say them.
 *
 * @param guid the publisher's identifier, as given
 * @param link absolute address of the article
 * @param title headline
 * @param summary summary lines
 * @param body paragraphs
 * @param subheads the sub-heads among the paragraphs
 * @param authors names of the authors
 * @param publishedAt ISO 8601: instant with offset, or a bare date where time or zone is unknown
 * @param updatedAt as {@code publishedAt}, for the last change
 * @param section first category
 * @param language BCP 47
 * @param media pictures and other media
 * @param rights copyright notice
 * @param licence address of the licence
 * @param sourceName name of the outlet that the item is taken from
 * @param sourceUrl address of that outlet
 */
public record FeedItem(
        String guid,
        String link,
        String title,
        List<String> summary,
        List<String> body,
        List<String> subheads,
        List<String> authors,
        String publishedAt,
        String updatedAt,
        String section,
        String language,
        List<FeedMedium> media,
        String rights,
        String licence,
        String sourceName,
        String sourceUrl) {

    /** Copies the lists. */
    public FeedItem {
        summary = List.copyOf(summary);
        body = List.copyOf(body);
        subheads = List.copyOf(subheads);
        authors = List.copyOf(authors);
        media = List.copyOf(media);
    }

    /** An entry of a sitemap: its address and what the news extension says. */
    static FeedItem ofSitemap(
            String link, String title, String publishedAt, String updatedAt, String language, String sourceName) {
        return new FeedItem(
                null,
                link,
                title,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                publishedAt,
                updatedAt,
                null,
                language,
                List.of(),
                null,
                null,
                sourceName,
                null);
    }

    /** The same item under another title. */
    public FeedItem titled(String other) {
        return new FeedItem(
                guid,
                link,
                other,
                summary,
                body,
                subheads,
                authors,
                publishedAt,
                updatedAt,
                section,
                language,
                media,
                rights,
                licence,
                sourceName,
                sourceUrl);
    }
}
