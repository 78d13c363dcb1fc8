package news.dateline.ingest.pages;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
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
