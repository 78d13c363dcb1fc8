package news.dateline.ingest.articles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import news.dateline.RawArticle;
import news.dateline.Source;
import org.junit.jupiter.api.Test;

class FeedArticlesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final ArticleReader reader = new ArticleReader();

    @Test
    void anItemIsAnArticleOfItsSite() {
        RawArticle article = only("<item><title>Bridge opens</title><link>https://www.post.example/a</link>"
                + "<description>At noon.</description><category>City</category></item>");
        assertThat(article.getSource()).isEqualTo(new Source("post.example", "The Post"));
        assertThat(article.getUrl()).isEqualTo("https://www.post.example/a");
        assertThat(article.getUri()).isNull();
        assertThat(article.getStandfirst()).containsExactly("At noon.");
        assertThat(article.getBody()).isEmpty();
        assertThat(article.getSection()).isEqualTo("City");
        assertThat(article.getCopyrightNotice()).isEqualTo("The Post 2026");
        assertThat(article.getReceivedAt()).isEqualTo(NOW);
    }

    @Test
    void aChangedGuidIsTheSameArticle() {
        String one = only(item("https://post.example/a", "g1", "Bridge")).getId();
        assertThat(only(item("https://post.example/a?utm_source=rss", "g2", "Bridge"))
                        .getId())
                .isEqualTo(one);
    }

    @Test
    void aChangedTextIsACorrectionOfTheSameArticle() {
        String one = only(item("https://post.example/a", "g1", "Bridge")).getId();
        assertThat(only(item("https://post.example/a", "g1", "Bridge opens late"))
                        .getId())
                .isEqualTo(one);
    }

    @Test
    void withoutLinkTheGuidIdentifies() {
        RawArticle one = only("<item><title>Brief</title><guid isPermaLink='false'>b-1</guid></item>");
        RawArticle edited = only("<item><title>Brief, edited</title><guid isPermaLink='false'>b-1</guid></item>");
        assertThat(one.getUri()).isEqualTo("b-1");
        assertThat(edited.getId()).isEqualTo(one.getId());
    }

    @Test
    void aLinkThatItemsShareIdentifiesNone() {
        List<ReadItem> items = read(item("https://post.example/live", "1", "One")
                + item("https://post.example/live", "2", "Two")
                + item("https://post.example/", "3", "Three"));
        assertThat(items).allSatisfy(item -> assertThat(item).isInstanceOf(ReadItem.Article.class));
        assertThat(items.stream().map(FeedArticlesTest::idOf).distinct()).hasSize(3);
    }

    @Test
    void anArticleThatTheFeedRepeatsIsTakenOnce() {
        List<ReadItem> items =
                read(item("https://post.example/a", "1", "One") + item("https://post.example/a", "2", "One"));
        assertThat(items.get(1)).isEqualTo(new ReadItem.Refused(1, "the same article as item 0 of this feed"));
    }

    @Test
    void anEmptyItemIsRefusedBesideGoodOnes() {
        List<ReadItem> items = read("<item/>" + item("https://post.example/a", "1", "One"));
        assertThat(items.get(0)).isInstanceOf(ReadItem.Refused.class);
        assertThat(idOf(items.get(1))).isNotBlank();
    }

    @Test
    void theSenderNamesTheSource() {
        List<ReadItem> items = reader.read(
                BodyType.XML,
                feed(item("https://post.example/a", "1", "One")),
                new ArticleReader.Origin(null, null, "my-post", NOW));
        assertThat(((ReadItem.Article) items.get(0)).article().getSource().getId())
                .isEqualTo("my-post");
    }

    @Test
    void whatIsNoFeedIsMalformed() {
        for (BodyType type : List.of(BodyType.FEED, BodyType.XML)) {
            assertThatThrownBy(() -> reader.read(type, "<a/>".getBytes(UTF_8), origin()))
                    .isInstanceOf(MalformedBodyException.class);
        }
        assertThatThrownBy(() -> reader.read(
                        BodyType.FEED,
                        "<sitemapindex><sitemap><loc>https://a.example/s</loc></sitemap></sitemapindex>"
                                .getBytes(UTF_8),
                        origin()))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageContaining("sitemap index");
    }

    @Test
    void theMediaTypesOfFeedsAreKnown() {
        assertThat(List.of(
                        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"))
                .allSatisfy(type -> assertThat(BodyType.of(type)).contains(BodyType.FEED));
        assertThat(BodyType.of("text/xml")).contains(BodyType.XML);
    }

    private static String item(String link, String guid, String title) {
        return "<item><title>" + title + "</title><link>" + link + "</link><guid isPermaLink='false'>" + guid
                + "</guid></item>";
    }

    private RawArticle only(String items) {
        return ((ReadItem.Article) read(items).get(0)).article();
    }

    private List<ReadItem> read(String items) {
        return reader.read(BodyType.FEED, feed(items), origin());
    }

    private static byte[] feed(String items) {
        return ("<rss><channel><title>The Post</title><link>https://post.example</link>"
                        + "<copyright>The Post 2026</copyright>" + items + "</channel></rss>")
                .getBytes(UTF_8);
    }

    private static ArticleReader.Origin origin() {
        return new ArticleReader.Origin(null, null, null, NOW);
    }

    private static String idOf(ReadItem item) {
        return ((ReadItem.Article) item).article().getId();
    }
}
