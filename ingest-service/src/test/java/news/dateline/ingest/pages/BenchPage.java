package news.dateline.ingest.pages;

import java.util.List;

/**
 * A page of the extraction test set and what it must give.
 *
 * @param body what stands in the article, or {@code null} if the page has none
 * @param published ISO 8601, or {@code null} where the page does not say it
 * @param updated as {@code published}
 * @param free the expected hint, or {@code null} where the page does not say it
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares pages
record BenchPage(
        String name,
        byte[] bytes,
        String headline,
        String body,
        List<String> authors,
        String published,
        String updated,
        Boolean free) {}
