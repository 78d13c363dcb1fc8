package news.dateline.ingest.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever comes in, a feed comes out or {@link NotAFeedException}. The seeds are the files beside this test. */
class FeedFuzzTest {
    private static final List<String> SEEDS = List.of(
            "rss20.xml",
            "rss091.xml",
            "rdf10.xml",
            "atom10.xml",
            "atom03.xml",
            "jsonfeed.json",
            "news-sitemap.xml",
            "sitemap-index.xml",
            "ill-formed.xml");
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "&",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<item>",
            "</item>",
            "</channel>",
            "<!DOCTYPE a [",
            "<?xml encoding='x'?>",
            "\"",
            "'",
            "xmlns:dc='",
            "xml:base='//'",
            "\0",
            "\uFFFF",
            "\uD800",
            "{",
            "}",
            "[",
            ":",
            "&#xD800;",
            "&#0;",
            "&nbsp",
            "<entry><link href='?'/></entry>",
            "99999999999999999999",
            "[…]");

    private final FeedReader reader = new FeedReader();

    @Property(tries = 600, seed = "4711")
    void aMutatedFeedIsReadOrRefused(@ForAll("mutations") byte[] document) {
        read(document);
    }

    @Property(tries = 300, seed = "4712")
    void arbitraryBytesAreReadOrRefused(@ForAll byte[] document) {
        read(document);
    }

    @Property(tries = 500, seed = "4713")
    void anyTextIsADateOrNone(@ForAll String text) {
        String date = FeedDates.read(text);
        assertThat(date == null || date.matches("\\d{4}-\\d\\d-\\d\\d(T.+)?")).isTrue();
    }

    @Test
    void hostileDocumentsCostLinearTime() {
        String open = "<rss><channel><item><title>a</title><content:encoded>";
        List<String> hostile = List.of(
                open + "<div>".repeat(400_000),
                open + "<![CDATA[" + "<div>".repeat(400_000),
                open + "&lt;b&gt;".repeat(400_000),
                "<rss>" + "<channel>".repeat(400_000),
                "<rss><channel>" + "<item>".repeat(400_000),
                "<rss><channel><item>" + "<link/>".repeat(300_000) + "</item></channel></rss>",
                "<rss" + " a='b'".repeat(200_000) + ">",
                "<!--".repeat(400_000),
                "<!DOCTYPE a [" + "<!ENTITY a \"b\">".repeat(200_000) + "]><rss/>",
                "{\"items\":[" + "{\"id\":1},".repeat(200_000),
                "{\"items\":" + "[".repeat(400_000),
                open + " ".repeat(2_000_000) + "x</content:encoded></item></channel></rss>");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> hostile.forEach(text -> read(text.getBytes(UTF_8))));
    }

    private void read(byte[] document) {
        FeedReader.isFeed(document);
        try {
            FeedDocument feed = reader.read(document, null, "https://a.example/feed");
            assertThat(feed.items()).hasSizeLessThanOrEqualTo(FeedReader.MAX_ITEMS);
        } catch (NotAFeedException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<byte[]> mutations() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 9_999);
        Arbitrary<String> pieces = Arbitraries.of(PIECES);
        return Arbitraries.of(SEEDS)
                .map(FeedFuzzTest::seed)
                .flatMap(seed -> places.list()
                        .ofMinSize(1)
                        .ofMaxSize(8)
                        .flatMap(where -> pieces.list().ofSize(where.size()).map(what -> mutated(seed, where, what))));
    }

    /** Puts each piece into the document, in place of as many characters as its place's last digit. */
    private static byte[] mutated(String seed, List<Integer> where, List<String> what) {
        StringBuilder text = new StringBuilder(seed);
        for (int i = 0; i < where.size(); i++) {
            int start = (int) ((long) where.get(i) * text.length() / 10_000);
            text.replace(start, Math.min(text.length(), start + where.get(i) % 10), what.get(i));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String seed(String name) {
        try (InputStream file = FeedFuzzTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
