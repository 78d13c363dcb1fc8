package news.dateline.ingest.pages;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** What was found on a page of the extraction test set, beside what should have been. */
record HtmlFindings(BenchPage page, PageArticle found) {
    static List<HtmlFindings> of(List<BenchPage> pages, Set<Clue> clues, PageVariant variant) {
        HtmlPages reader = new HtmlPages(clues);
        return pages.stream()
                .map(page -> new HtmlFindings(page, first(reader.read(variant.of(page), null, null))))
                .toList();
    }

    private static PageArticle first(List<PageArticle> articles) {
        return articles.isEmpty() ? null : articles.get(0);
    }

    /** The body's score; the dateline, which the reader takes off the body, counts with it. */
    ShingleScore score() {
        if (found == null) {
            return ShingleScore.of(page.body(), "");
        }
        String place = found.dateline() == null ? "" : found.dateline() + " ";
        return ShingleScore.of(page.body(), place + found.body());
    }

    static double f1(List<HtmlFindings> findings) {
        return ShingleScore.sum(findings.stream()
                        .filter(one -> one.page.body() != null)
                        .map(HtmlFindings::score)
                        .toList())
                .f1();
    }

    boolean rightHeadline() {
        return found != null && page.headline().equals(found.headline());
    }

    boolean rightAuthors() {
        return found != null && page.authors().equals(found.byline());
    }

    boolean rightDates() {
        return found != null
                && same(page.published(), found.publishedAt())
                && (page.updated() == null || same(page.updated(), found.updatedAt()));
    }

    private static boolean same(String expected, String found) {
        if (expected == null || found == null) {
            return expected == null && found == null;
        }
        boolean bare = expected.length() == 10;
        return bare
                ? found.startsWith(expected)
                : found.length() > 10 && instant(expected).isEqual(instant(found));
    }

    private static OffsetDateTime instant(String text) {
        return OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"));
    }
}
