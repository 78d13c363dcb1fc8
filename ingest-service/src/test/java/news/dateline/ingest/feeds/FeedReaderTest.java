package news.dateline.ingest.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import news.dateline.ingest.feeds.FeedDocument.Kind;
import org.junit.jupiter.api.Test;

class FeedReaderTest {
    private static final String FROM = "https://www.harbour-post.example/feed";

    private final FeedReader reader = new FeedReader();

    @Test
    void rss2IsReadWithItsModules() throws IOException {
        FeedDocument feed = file("rss20.xml");
        assertThat(feed.kind()).isEqualTo(Kind.RSS);
        assertThat(feed.title()).isEqualTo("The Harbour Post");
        assertThat(feed.siteUrl()).isEqualTo("https://www.harbour-post.example/");
        assertThat(feed.whole()).isTrue();
        FeedItem bridge = feed.items().get(0);
        assertThat(bridge.title()).isEqualTo("Bridge & tunnel: what it’ll cost");
        assertThat(bridge.link()).isEqualTo("https://www.harbour-post.example/2026/03/bridge?utm_source=rss");
        assertThat(bridge.guid()).isEqualTo("post-4711");
        assertThat(bridge.publishedAt()).isEqualTo("2026-03-03T08:30:00-05:00");
        assertThat(bridge.authors()).containsExactly("Kari Holm", "Ole Vik");
        assertThat(bridge.section()).isEqualTo("Transport");
        assertThat(bridge.language()).isEqualTo("en-GB");
        assertThat(bridge.rights()).isEqualTo("© 2026 The Harbour Post");
    }

    @Test
    void theFullContentIsTheBodyWithoutFurnitureScriptsAndCaptions() throws IOException {
        FeedItem bridge = file("rss20.xml").items().get(0);
        assertThat(bridge.body())
                .containsExactly(
                        "The bridge will cost twice what was planned, the council heard on Monday.",
                        "Who pays",
                        "The state pays half. The city pays the rest.");
        assertThat(bridge.subheads()).containsExactly("Who pays");
        assertThat(bridge.summary())
                .as("an excerpt of the body is no standfirst")
                .isEmpty();
    }

    @Test
    void mediaComeWithCaptionAndCreditAndWithoutTrackingPixels() throws IOException {
        assertThat(file("rss20.xml").items().get(0).media())
                .containsExactly(
                        new FeedMedium(
                                "https://www.harbour-post.example/img/lead.jpg", "Workers on the deck", "Liv Aas"),
                        new FeedMedium("https://www.harbour-post.example/img/bridge.jpg", "The bridge at dawn", null));
    }

    @Test
    void aShortDescriptionAloneIsTheStandfirst() throws IOException {
        FeedItem ferry = file("rss20.xml").items().get(1);
        assertThat(ferry.link()).isEqualTo("https://www.harbour-post.example/2026/03/ferry");
        assertThat(ferry.summary()).containsExactly("Fog held the ferry for an hour.");
        assertThat(ferry.body()).isEmpty();
        assertThat(ferry.authors()).containsExactly("Nils Berg");
        assertThat(ferry.publishedAt()).isEqualTo("2026-03-02T18:05:00+01:00");
        assertThat(ferry.media()).containsExactly(new FeedMedium("https://cdn.example/ferry.mp3", null, null));
    }

    @Test
    void theWishedPaceIsRead() throws IOException {
        assertThat(file("rss20.xml").pace())
                .isEqualTo(new FeedPace(Duration.ofMinutes(15), Set.of(2, 3), Set.of(DayOfWeek.SUNDAY)));
        assertThat(file("rdf10.xml").pace()).isEqualTo(new FeedPace(Duration.ofMinutes(30), Set.of(), Set.of()));
    }

    @Test
    void rss091IsReadInItsDeclaredCharsetAndItsDoctypeIsIgnored() throws IOException {
        FeedItem item = file("rss091.xml").items().get(0);
        assertThat(item.title()).isEqualTo("Le pont rouvre à midi");
        assertThat(item.language()).isEqualTo("fr");
    }

    @Test
    void rss1IsReadWithItsItemsBesideTheChannel() throws IOException {
        FeedItem item = file("rdf10.xml").items().get(0);
        assertThat(item.title()).isEqualTo("Hafen gesperrt");
        assertThat(item.link()).isEqualTo("http://quay.example/1");
        assertThat(item.authors()).containsExactly("Anna Kühn");
        assertThat(item.publishedAt()).isEqualTo("2026-03-01T07:15:00+01:00");
        assertThat(item.section()).isEqualTo("Wetter");
        assertThat(item.language()).isEqualTo("de");
        assertThat(item.rights()).isEqualTo("Quay News, alle Rechte vorbehalten");
    }

    @Test
    void atom1IsReadWithBaseTypesAndSource() throws IOException {
        FeedDocument feed = file("atom10.xml");
        assertThat(feed.title()).isEqualTo("Pier & Port");
        FeedItem crane = feed.items().get(0);
        assertThat(crane.title()).isEqualTo("Crane <b> falls");
        assertThat(crane.link()).isEqualTo("https://pier.example/news/crane");
        assertThat(crane.summary()).containsExactly("Nobody was hurt.");
        assertThat(crane.body()).containsExactly("A crane fell at Pier 4.", "It was empty.");
        assertThat(crane.authors()).containsExactly("Pier Desk");
        assertThat(crane.publishedAt()).isEqualTo("2026-03-01T09:00:00+01:00");
        assertThat(crane.updatedAt()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(crane.section()).isEqualTo("Accidents");
        assertThat(crane.media())
                .containsExactly(new FeedMedium("https://pier.example/news/crane.jpg", "The crane", null));
        assertThat(crane.licence()).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        FeedItem kaia = feed.items().get(1);
        assertThat(kaia.title()).isEqualTo("Kaia åpner");
        assertThat(kaia.language()).isEqualTo("nb");
        assertThat(kaia.authors()).containsExactly("Liv Aas");
        assertThat(kaia.sourceName()).isEqualTo("Havnebladet");
        assertThat(kaia.sourceUrl()).isEqualTo("https://havnebladet.example/");
    }

    @Test
    void atom03IsReadWithItsOldNames() throws IOException {
        FeedItem item = file("atom03.xml").items().get(0);
        assertThat(item.body()).containsExactly("La luz ha vuelto.");
        assertThat(item.publishedAt()).isEqualTo("2026-02-27T10:00:00-03:00");
        assertThat(item.updatedAt()).isEqualTo("2026-02-28T10:00:00-03:00");
        assertThat(item.language()).isEqualTo("es");
        assertThat(item.link()).isEqualTo("http://muelle.example/faro");
    }

    @Test
    void jsonFeedIsReadAndItsPlainTextsStayAsTheyAre() throws IOException {
        FeedDocument feed = file("jsonfeed.json");
        FeedItem sail = feed.items().get(0);
        assertThat(sail.title()).isEqualTo("Tom & <Jerry> sail");
        assertThat(sail.guid()).isEqualTo("1");
        assertThat(sail.body()).containsExactly("They left at noon.", "They return at six.");
        assertThat(sail.summary()).containsExactly("Two friends, one boat");
        assertThat(sail.authors()).containsExactly("Kari Holm");
        assertThat(sail.media())
                .extracting(FeedMedium::uri)
                .containsExactly("https://www.harbour-post.example/a.jpg", "https://dock.example/a.mp3");
        assertThat(sail.language()).isEqualTo("en-US");
        FeedItem brief = feed.items().get(1);
        assertThat(brief.link()).isEqualTo("https://dock.example/b");
        assertThat(brief.title()).isEqualTo("A brief without a title.");
        assertThat(brief.authors()).containsExactly("Dock Desk");
    }

    @Test
    void newsSitemapsGiveAddressTitleAndDate() throws IOException {
        FeedDocument sitemap = file("news-sitemap.xml");
        assertThat(sitemap.kind()).isEqualTo(Kind.SITEMAP);
        FeedItem first = sitemap.items().get(0);
        assertThat(first.title()).isEqualTo("Quay & pier reopen");
        assertThat(first.publishedAt()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(first.sourceName()).isEqualTo("Quay News");
        assertThat(first.language()).isEqualTo("en");
        assertThat(sitemap.items().get(1).updatedAt()).isEqualTo("2026-03-01");
    }

    @Test
    void aSitemapIndexListsTheNewestFirst() throws IOException {
        assertThat(file("sitemap-index.xml").parts())
                .containsExactly("https://quay.example/new.xml", "https://quay.example/old.xml");
    }

    @Test
    void anIllFormedFeedGivesItsWholeItems() throws IOException {
        FeedDocument feed = file("ill-formed.xml");
        assertThat(feed.whole()).isFalse();
        assertThat(feed.title()).isEqualTo("Salt & Rope");
        assertThat(feed.items()).hasSize(2);
        FeedItem fish = feed.items().get(0);
        assertThat(fish.title()).isEqualTo("Fish & chips return");
        assertThat(fish.link()).isEqualTo("https://salt.example/?a=1&b=2");
        assertThat(fish.authors()).containsExactly("Ola Nor");
        assertThat(fish.body()).containsExactly("Fish is back.", "Chips too.");
        FeedItem upperCase = feed.items().get(1);
        assertThat(upperCase.title()).isEqualTo("Case matters not");
        assertThat(upperCase.publishedAt()).isNull();
    }

    @Test
    void aCutDocumentGivesTheItemsBeforeTheCutWhereverItIsCut() throws IOException {
        byte[] whole = bytes("rss20.xml");
        List<FeedItem> items = reader.read(whole, null, FROM).items();
        String text = new String(whole, UTF_8);
        for (int cut = text.indexOf("<channel>"); cut < text.indexOf("</rss>"); cut += 7) {
            List<FeedItem> before = reader.read(text.substring(0, cut).getBytes(UTF_8), null, FROM)
                    .items();
            assertThat(before).isEqualTo(items.subList(0, before.size()));
            assertThat(before.size()).isEqualTo(text.substring(0, cut).split("</item>", -1).length - 1);
        }
    }

    @Test
    void aCutJsonFeedGivesTheItemsBeforeTheCut() throws IOException {
        String text = new String(bytes("jsonfeed.json"), UTF_8);
        FeedDocument feed =
                reader.read(text.substring(0, text.indexOf("content_text")).getBytes(UTF_8), null, FROM);
        assertThat(feed.items()).hasSize(1);
        assertThat(feed.whole()).isFalse();
    }

    @Test
    void bytesThatAreUtf8AreUtf8WhateverIsDeclared() {
        assertThat(titleOf("Über den Köln", "ISO-8859-1", UTF_8, "iso-8859-1")).isEqualTo("Über den Köln");
    }

    @Test
    void bytesThatAreNoUtf8AreReadAsWindows1252() {
        assertThat(titleOf("Über “Köln”", "UTF-8", Charset.forName("windows-1252"), "utf-8"))
                .isEqualTo("Über “Köln”");
    }

    @Test
    void theDeclaredCharsetIsUsedWhereTheTransportSaysNothing() {
        assertThat(titleOf("Мост", "windows-1251", Charset.forName("windows-1251"), null))
                .isEqualTo("Мост");
        assertThat(titleOf("Köln", "ISO-8859-1", ISO_8859_1, null)).isEqualTo("Köln");
    }

    @Test
    void aByteOrderMarkDecides() {
        assertThat(titleOf("\uFEFFKöln", "UTF-8", UTF_8, "windows-1251")).endsWith("Köln");
        byte[] utf16 = "\uFEFF<rss><channel><item><title>Köln</title></item></channel></rss>".getBytes(UTF_16LE);
        assertThat(reader.read(utf16, null, null).items().get(0).title()).isEqualTo("Köln");
    }

    @Test
    void entitiesOfADoctypeAreNeitherExpandedNorFetched() {
        FeedDocument feed = read("<!DOCTYPE rss [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">"
                + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>T &b; &x;</title>"
                + "<link>https://a.example/1</link></item></channel></rss>");
        assertThat(feed.items().get(0).title()).isEqualTo("T &b; &x;");
    }

    @Test
    void anItemWithoutLinkTakesItsPermanentGuid() {
        FeedItem item = item("<title>A</title><guid>https://a.example/p/1</guid>");
        assertThat(item.link()).isEqualTo("https://a.example/p/1");
        assertThat(item("<title>A</title><guid isPermaLink='false'>https://a.example/p/1</guid>")
                        .link())
                .isNull();
    }

    @Test
    void anItemWithoutTitleIsCalledByItsBeginning() {
        FeedItem item = item("<description>" + "word ".repeat(40) + "</description>");
        assertThat(item.title()).startsWith("word word").endsWith("word…").hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void aLongDescriptionAloneIsTheBody() {
        FeedItem item =
                item("<title>A</title><description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description>");
        assertThat(item.body()).containsExactly("One.", "Two.");
        assertThat(item.summary()).isEmpty();
    }

    @Test
    void aLinkWithForbiddenCharactersIsMended() {
        assertThat(item("<title>A</title><link>https://a.example/a b|c?q=50%</link>")
                        .link())
                .isEqualTo("https://a.example/a%20b%7Cc?q=50%25");
        assertThat(item("<title>A</title><link>javascript:alert(1)</link>").link())
                .isNull();
    }

    @Test
    void whatIsNoFeedSaysSo() {
        for (String other :
                List.of("", "   ", "<html><body><feed/></body></html>", "{\"a\":1}", "plain text", "<a/>")) {
            assertThatThrownBy(() -> read(other)).isInstanceOf(NotAFeedException.class);
        }
    }

    @Test
    void aFeedIsToldFromOtherXml() {
        assertThat(FeedReader.isFeed("<?xml version='1.0'?><!-- <a> --><rss>".getBytes(UTF_8)))
                .isTrue();
        assertThat(FeedReader.isFeed("\uFEFF<atom:feed xmlns:atom='x'>".getBytes(UTF_8)))
                .isTrue();
        assertThat(FeedReader.isFeed("<newsItem><rss/></newsItem>".getBytes(UTF_8)))
                .isFalse();
        assertThat(FeedReader.isFeed(new byte[0])).isFalse();
    }

    private String titleOf(String title, String declared, Charset written, String transport) {
        String xml = "<?xml version='1.0' encoding='" + declared + "'?><rss><channel><item><title>" + title
                + "</title></item></channel></rss>";
        return reader.read(xml.getBytes(written), transport, null)
                .items()
                .get(0)
                .title();
    }

    private FeedItem item(String inner) {
        return read("<rss><channel><item>" + inner + "</item></channel></rss>")
                .items()
                .get(0);
    }

    private FeedDocument read(String text) {
        return reader.read(text.getBytes(UTF_8), null, null);
    }

    private FeedDocument file(String name) throws IOException {
        return reader.read(bytes(name), null, FROM);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream file = FeedReaderTest.class.getResourceAsStream(name)) {
            return file.readAllBytes();
        }
    }
}
