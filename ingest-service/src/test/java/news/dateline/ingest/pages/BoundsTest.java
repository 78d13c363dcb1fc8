package news.dateline.ingest.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No input makes the readers throw or take more than linear time. */
class BoundsTest {
    private static final int LENGTH = 300_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final List<String> UNITS = List.of(
            "a",
            " ",
            "\t",
            "(",
            "[a",
            "— ",
            "- ",
            "• ",
            "|",
            "a | ",
            ". ",
            "©",
            "9 ",
            "9.",
            "\"",
            "\uD800",
            "\0",
            "\u0301",
            "Photo: ",
            "A-",
            "a-\n",
            "(\n",
            "- a\n",
            "Head line of words\n",
            "(AFP)\n",
            "9 September 2025\n",
            "By Jane Doe\n",
            "Related\n",
            "Comments\n",
            "1. a\n",
            "Sentence ends here.\n\n",
            "LONDON: A thing happened here on Tuesday, officials said.\n",
            "İ",
            "\r");
    private static final List<String> TAGS = List.of(
            "<div>",
            "<span>",
            "<b>",
            "<p>x",
            "<table><tr><td>",
            "<a href=x>y",
            "<li>x",
            "<!--",
            "<h1>x y z w</h1>",
            "<p class='a-b comment'>word word word.</p>",
            "<br>",
            "<form>",
            "<svg>",
            "<script type=application/ld+json>[",
            "<span class='caption'><img>",
            "<input type=email><p>x",
            "<blockquote><p>Some words of text, and more of them.",
            "<article><a href=x>A long link line here</a><p>Some text.</p></article>");

    private final PlainTextPages text = new PlainTextPages();
    private final HtmlPages html = new HtmlPages();

    @TestFactory
    Stream<DynamicTest> repeatedUnitsAreReadInLinearTime() {
        return UNITS.stream()
                .map(unit -> dynamicTest(
                        "text of " + unit.strip(),
                        () -> assertTimeoutPreemptively(
                                LONGEST, () -> text.read(unit.repeat(LENGTH / unit.length())))));
    }

    @TestFactory
    Stream<DynamicTest> repeatedTagsAreReadInLinearTime() {
        return TAGS.stream()
                .map(unit -> dynamicTest("page of " + unit, () -> {
                    byte[] page = unit.repeat(LENGTH / unit.length()).getBytes(StandardCharsets.UTF_8);
                    assertTimeoutPreemptively(LONGEST, () -> html.read(page, null, null));
                }));
    }

    @Test
    void oneLineOfTenMegabytesIsRead() {
        String line = "word ".repeat(2_000_000);

        assertTimeoutPreemptively(LONGEST, () -> text.read(line));
        assertTimeoutPreemptively(LONGEST, () -> html.read(line.getBytes(StandardCharsets.UTF_8), null, null));
    }

    @Test
    void articleUnderTenThousandElementsIsFound() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 5; i++) {
            text.append("<p>The clock on the town hall ran backwards for a full day, its keeper said on day ");
            text.append(i).append(".</p>");
        }
        String page = "<h1>Clock runs backwards</h1>" + "<div>".repeat(10_000) + text + "</div>".repeat(10_000);

        List<PageArticle> articles = assertTimeoutPreemptively(LONGEST, () -> html.read(bytes(page), null, null));

        assertEquals("Clock runs backwards", articles.get(0).headline());
    }

    @Test
    void articleOnAPageOfFiveMegabytesIsFound() {
        String link = "<li class=menu-item><a href=/s>A section of the site</a></li>";
        String text = "<p>The clock on the town hall ran backwards for a full day, its keeper said on day ";
        StringBuilder page = new StringBuilder("<ul>" + link.repeat(60_000) + "</ul><article><h1>Clock runs on</h1>");
        for (int i = 0; i < 10_000; i++) {
            page.append(text).append(i).append(".</p>");
        }
        page.append("</article>");

        List<PageArticle> articles =
                assertTimeoutPreemptively(LONGEST, () -> html.read(bytes(page.toString()), null, null));

        assertTrue(articles.get(0).body().endsWith("on day 9999."));
    }

    @Test
    void emptyPagesHaveNoArticle() {
        for (String page :
                List.of("", " ", "<html>", "<body></body>", "<p></p>", "\0", "<!doctype html><title>x</title>")) {
            assertTrue(html.read(bytes(page), null, null).isEmpty(), page);
        }
    }

    private static byte[] bytes(String page) {
        return page.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void deepJsonLdIsSkipped() {
        String page = "<script type=application/ld+json>" + "{\"a\":".repeat(LENGTH / 5) + "</script><p>x";

        assertTimeoutPreemptively(LONGEST, () -> html.read(page.getBytes(StandardCharsets.UTF_8), null, "ht!tp://x"));
    }

    @Test
    void damagedTestPagesNeverThrow() {
        Random random = new Random(20250909);
        PageFiles.in("plain", ".txt").forEach(page -> {
            byte[] bytes = PageFiles.bytes(page);
            for (int i = 0; i < 20; i++) {
                text.read(new String(damaged(bytes, random), StandardCharsets.ISO_8859_1));
            }
        });
        PageFiles.in("html", ".html").forEach(page -> {
            byte[] bytes = PageFiles.bytes(page);
            for (int i = 0; i < 10; i++) {
                html.read(damaged(bytes, random), i % 2 == 0 ? null : "x-unknown", "not an address");
            }
        });
    }

    private static byte[] damaged(byte[] page, Random random) {
        byte[] copy = page.clone();
        for (int i = 0; i < 20; i++) {
            int at = random.nextInt(copy.length);
            int length = Math.min(copy.length - at, random.nextInt(30));
            int from = random.nextInt(copy.length - length);
            System.arraycopy(page, from, copy, at, length);
            copy[at] = (byte) random.nextInt(256);
        }
        return copy;
    }
}
