package news.dateline.ingest.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HtmlPagesTest {
    private static final String TEXT =
            "<p>The clock on the town hall ran backwards for a full day on Sunday, and hardly"
                    + " anyone noticed it, its keeper said on Monday.</p><p>A wasp had built its nest between two of the"
                    + " wheels, which are older than the town hall itself and as old as the keeper's trade.</p>";

    private final HtmlPages pages = new HtmlPages();

    @TestFactory
    Stream<DynamicTest> everyTestPageGivesItsArticle() {
        return PageFiles.in("html", ".html").stream()
                .map(page -> dynamicTest(
                        page.getFileName().toString(),
                        () -> assertEquals(
                                PageFiles.expected(page),
                                PageFiles.shown(pages.read(PageFiles.bytes(page), null, null)))));
    }

    @Test
    void sitesNameIsNotHeadline() {
        String head = "<title>Clock runs backwards for a day | The Marsh Courier</title>";

        assertEquals(
                "Clock runs backwards for a day",
                only(head, "<div>" + TEXT + "</div>").headline());
    }

    @Test
    void brokenJsonLdIsSkipped() {
        String head = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",</script>"
                + "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"NewsArticle\"],"
                + "\"headline\":\"Clock runs backwards\",\"datePublished\":\"2025-05-04T09:30:00+0200\",}]}</script>";

        assertEquals(
                "2025-05-04T09:30:00+02:00",
                only(head, "<h1>Clock runs backwards</h1>" + TEXT).publishedAt());
    }

    @Test
    void timeWithoutZoneGivesTheBareDate() {
        String head = "<meta property='article:published_time' content='2025-05-04 09:30:00'>";

        assertEquals(
                "2025-05-04", only(head, "<h1>Clock runs backwards</h1>" + TEXT).publishedAt());
    }

    @Test
    void charsetIsFoundAsBrowsersDo() {
        String page = "<meta charset=iso-8859-2><h1>Zegar chodzi wspak cały dzień</h1>" + TEXT + TEXT;
        byte[] latin2 = page.getBytes(Charset.forName("ISO-8859-2"));

        assertEquals(
                "Zegar chodzi wspak cały dzień",
                pages.read(latin2, null, null).get(0).headline());
        byte[] unstated = ("<h1>L’été à l’envers</h1>" + TEXT).getBytes(Charset.forName("windows-1252"));
        assertEquals(
                "L’été à l’envers",
                pages.read(unstated, "nonsense", null).get(0).headline());
    }

    @Test
    void relativeAddressesAreResolved() {
        String page = "<link rel=canonical href='/a/1'><h1>Clock runs backwards</h1>" + TEXT;

        PageArticle article = pages.read(page.getBytes(StandardCharsets.UTF_8), null, "https://courier.example/x?y=1")
                .get(0);

        assertEquals("https://courier.example/a/1", article.canonicalUrl());
    }

    @Test
    void pageThatRefusesHasNoArticle() {
        String page = "<title>404</title><h1>Page not found</h1><p>The page you are looking for does not exist, or it"
                + " has been moved to another place where we cannot find it either.</p>";

        assertTrue(pages.read(page.getBytes(StandardCharsets.UTF_8), null, null).isEmpty());
    }

    @Test
    void frontPageOfTeasersHasNoArticle() {
        String teaser = "<div class=t><a href=/a><h3>A headline for a teaser here</h3></a><p>Short text.</p></div>";

        assertTrue(pages.read(teaser.repeat(20).getBytes(StandardCharsets.UTF_8), null, null)
                .isEmpty());
    }

    private PageArticle only(String head, String body) {
        byte[] page =
                ("<html><head>" + head + "</head><body>" + body + "</body></html>").getBytes(StandardCharsets.UTF_8);
        List<PageArticle> articles = pages.read(page, "utf-8", null);
        assertEquals(1, articles.size());
        return articles.get(0);
    }
}
