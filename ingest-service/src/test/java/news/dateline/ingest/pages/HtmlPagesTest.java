package news.dateline.ingest.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** The address a page was fetched from, the one it claims, and the one that the article gets. */
    @ParameterizedTest
    @CsvSource({
        "https://www.courier.example/a/1?x=1, https://courier.example/a/1, https://courier.example/a/1",
        "https://m.news.courier.co.uk/a/1, https://www.courier.co.uk/a/1, https://www.courier.co.uk/a/1",
        "https://courier-example.cdn.ampproject.org/c/s/courier.example/a/1, https://courier.example/a/1, https://courier.example/a/1",
        "https://thief.example/a/1, https://courier.example/a/1, https://thief.example/a/1",
        "https://thief.co.uk/a/1, https://courier.co.uk/a/1, https://thief.co.uk/a/1",
        "https://courier.example/a/1, https://courier.example/, https://courier.example/a/1",
        "http://127.0.0.1:8080/a/1, http://127.0.0.1:8080/a, http://127.0.0.1:8080/a",
        "https://courier.example/a/1, javascript:alert(1), https://courier.example/a/1",
        ", https://courier.example/a/1, https://courier.example/a/1"
    })
    void aPageIsBelievedOnlyAboutAddressesOfItsOwnSite(String fetched, String claimed, String expected) {
        String page = "<link rel=canonical href='" + claimed + "'><h1>Clock runs backwards</h1>" + TEXT;

        assertEquals(
                expected,
                pages.read(page.getBytes(StandardCharsets.UTF_8), null, fetched)
                        .get(0)
                        .canonicalUrl());
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

    @Test
    void statedCharsetThatIsWrongIsOverruledByValidUtf8() {
        byte[] page = ("<meta charset=iso-8859-1><h1>L’été à l’envers dure encore</h1>" + TEXT)
                .getBytes(StandardCharsets.UTF_8);

        assertEquals(
                "L’été à l’envers dure encore",
                pages.read(page, "iso-8859-1", null).get(0).headline());
    }

    @Test
    void rightsAndPaywallAreRead() {
        String head = "<meta name='tdm-reservation' content='1'><script type='application/ld+json'>"
                + "{\"@type\":\"NewsArticle\",\"headline\":\"Clock runs backwards\","
                + "\"isAccessibleForFree\":\"False\",\"copyrightNotice\":\"© 2025 Marsh Press\","
                + "\"usageInfo\":\"https://courier.example/terms\"}</script>";

        PageArticle article = only(head, "<h1>Clock runs backwards</h1>" + TEXT);

        assertEquals(false, article.accessibleForFree());
        assertEquals(true, article.tdmReservation());
        assertEquals("© 2025 Marsh Press", article.copyrightNotice());
        assertEquals("https://courier.example/terms", article.usageTerms());
    }

    @Test
    void rightsThatAreNotStatedAreNotGuessed() {
        PageArticle article = only("<meta name=robots content='index, follow'>", "<h1>Clock runs back</h1>" + TEXT);

        assertNull(article.accessibleForFree());
        assertNull(article.tdmReservation());
        assertNull(article.copyrightNotice());
        assertNull(article.usageTerms());
    }

    @Test
    void machineLearningRefusedByRobotsReservesTheRights() {
        String head = "<meta name=robots content='index, NOAI'>";

        assertEquals(true, only(head, "<h1>Clock runs backwards</h1>" + TEXT).tdmReservation());
    }

    @Test
    void authorIsFoundBehindAReference() {
        String head = "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\","
                + "\"headline\":\"Clock runs backwards\",\"author\":{\"@id\":\"#jane\"}},"
                + "{\"@type\":\"Person\",\"@id\":\"#jane\",\"name\":\"Jane Doe\"}]}</script>";

        assertEquals(
                List.of("Jane Doe"),
                only(head, "<h1>Clock runs backwards</h1>" + TEXT).byline());
    }

    @Test
    void statedTextThatIsCutShortDoesNotCutTheBody() {
        String head = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":" + "\""
                + HtmlText.squeeze(org.jsoup.Jsoup.parse(TEXT).text()) + " More of it ...\"}</script>";
        String more =
                "<p>The keeper, who has been one for thirty years, said that he had never seen a wasp so patient.</p>";

        String body = only(head, "<h1>Clock</h1><div class=a>" + TEXT + "</div><div class=a>" + more + "</div>")
                .body();

        assertTrue(body.endsWith("a wasp so patient."), body);
    }

    @Test
    void leadPictureHasCaptionAndCredit() {
        String head = "<meta property='og:image' content='https://courier.example/clock-1200.jpg'>";
        String figure = "<figure><img src='https://courier.example/clock-1200.jpg?w=300'><figcaption>The clock in May."
                + " <span class='credit'>Jane Doe</span></figcaption></figure>";

        PageMedia lead = only(head, "<h1>Clock runs backwards</h1>" + figure + TEXT)
                .media()
                .get(0);

        assertEquals(new PageMedia("https://courier.example/clock-1200.jpg", "The clock in May.", "Jane Doe"), lead);
    }

    private PageArticle only(String head, String body) {
        byte[] page =
                ("<html><head>" + head + "</head><body>" + body + "</body></html>").getBytes(StandardCharsets.UTF_8);
        List<PageArticle> articles = pages.read(page, "utf-8", null);
        assertEquals(1, articles.size());
        return articles.get(0);
    }
}
