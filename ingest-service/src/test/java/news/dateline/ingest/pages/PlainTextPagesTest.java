package news.dateline.ingest.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlainTextPagesTest {
    private static final String FIRST = "The clock on the town hall ran backwards for a full day, its keeper said.";
    private static final String SECOND = "It was put right on Monday morning, and hardly anyone had noticed it.";

    private final PlainTextPages pages = new PlainTextPages();

    @TestFactory
    Stream<DynamicTest> everyTestPageGivesItsArticles() {
        return PageFiles.in("plain", ".txt").stream()
                .map(page -> dynamicTest(page.getFileName().toString(), () -> {
                    String text = new String(PageFiles.bytes(page), StandardCharsets.UTF_8);
                    assertEquals(PageFiles.expected(page), PageFiles.shown(pages.read(text)));
                }));
    }

    @Test
    void repeatedHeadlineIsNotBody() {
        PageArticle article =
                only("Clock runs backwards\n\nShare\n\nClock runs backwards\n\n" + FIRST + "\n\n" + SECOND);

        assertEquals("Clock runs backwards", article.headline());
        assertEquals(FIRST + "\n\n" + SECOND, article.body());
    }

    @Test
    void relativeTimeGivesNoDate() {
        PageArticle article = only("Clock runs backwards\nUpdated 5 sec ago\n" + FIRST + "\n" + SECOND);

        assertNull(article.updatedAt());
        assertNull(article.publishedAt());
    }

    @Test
    void dateIsTakenWithTheLabelOfTheLineAbove() {
        PageArticle article = only("Clock runs backwards\nUpdated\n3 May 2025\n" + FIRST + "\n" + SECOND);

        assertEquals("2025-05-03", article.updatedAt());
        assertNull(article.publishedAt());
    }

    @Test
    void captionWithCreditIsMedia() {
        PageArticle article = only("Clock runs backwards\n\nThe clock, seen in May. (Jane Doe/AFP)\n\n" + FIRST);

        assertEquals(List.of(new PageMedia(null, "The clock, seen in May.", "Jane Doe/AFP")), article.media());
        assertEquals(FIRST, article.body());
    }

    @Test
    void textThatEndsLikeACaptionStaysTextWhereThereIsNoOther() {
        assertEquals(
                FIRST + " (AFP)",
                only("Clock runs backwards\n\n" + FIRST + " (AFP)").body());
    }

    @Test
    void subheadStandsInTheBodyToo() {
        PageArticle article = only("Clock runs backwards\n\n" + FIRST + "\n\nThe wasp\n\n" + SECOND);

        assertEquals(List.of("The wasp"), article.subheads());
        assertEquals(FIRST + "\n\nThe wasp\n\n" + SECOND, article.body());
    }

    @Test
    void linksToOtherStoriesAreNotSubheads() {
        PageArticle article =
                only("Clock runs backwards\n\n" + FIRST + "\n\nRelated\nBees move in\nBus 14 runs\n\n" + SECOND);

        assertTrue(article.subheads().isEmpty());
        assertEquals(FIRST + "\n\n" + SECOND, article.body());
    }

    @Test
    void readersCommentsEndTheArticle() {
        assertEquals(
                FIRST,
                only("Clock runs backwards\n\n" + FIRST + "\n\nComments\nPeter\nWell, well.")
                        .body());
    }

    @Test
    void everyLineEndingIsOne() {
        String page = "Clock runs backwards\n\n" + FIRST + "\n\n" + SECOND + "\n";

        List<PageArticle> expected = pages.read(page);
        assertEquals(expected, pages.read(page.replace("\n", "\r\n")));
        assertEquals(expected, pages.read(page.replace("\n", "\r")));
        assertEquals(expected, pages.read("\uFEFF" + page.replace(" ", "\u00A0")));
    }

    @Test
    void emptyPageHasNoArticle() {
        assertTrue(pages.read("").isEmpty());
        assertTrue(pages.read(" \n\t\n").isEmpty());
    }

    @Test
    void listsAreNeverNull() {
        PageArticle article = only("Clock runs backwards\n" + FIRST);

        assertTrue(article.standfirst().isEmpty()
                && article.byline().isEmpty()
                && article.media().isEmpty());
        assertFalse(article.body().isEmpty());
    }

    private PageArticle only(String page) {
        List<PageArticle> articles = pages.read(page);
        assertEquals(1, articles.size());
        return articles.get(0);
    }
}
