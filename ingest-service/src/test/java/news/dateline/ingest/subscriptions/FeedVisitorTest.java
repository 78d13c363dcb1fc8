package news.dateline.ingest.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import news.dateline.Feed;
import news.dateline.RawArticle;
import news.dateline.ingest.feeds.Schedule;
import news.dateline.ingest.fetch.FetchSettings;
import news.dateline.ingest.fetch.Fetcher;
import news.dateline.ingest.fetch.HostGate;
import news.dateline.ingest.fetch.Robots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedVisitorTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Schedule SCHEDULE = new Schedule(Duration.ofHours(1), Duration.ofHours(6), () -> 0);
    private static final String PAGE = "<html lang='en'><body><article><h1>Bridge opens to traffic</h1>"
            + "<p>The new harbour bridge opened to traffic on Monday after four years of work, the mayor said.</p>"
            + "<p>Ferries will go on until the summer, when the second lane is to be ready for the buses.</p>"
            + "<p>The council had planned to open it two years ago, but the steel came late and the money ran out, so "
            + "work stood still for most of last year, and the ferries went on.</p>"
            + "<p>Kari Holm, who lives at the quay, said that she would walk over it every morning from now on, "
            + "whatever the weather in the harbour might be.</p></article></body></html>";

    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private String base;
    private Fetcher fetcher;

    private record Page(int status, Map<String, String> headers, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                asked.add(path);
                Page page = pages.getOrDefault(path, new Page(404, Map.of(), "no"));
                page.headers.forEach(exchange.getResponseHeaders()::set);
                byte[] body = page.body.getBytes(UTF_8);
                boolean known = page.headers.containsKey("ETag")
                        && page.headers
                                .get("ETag")
                                .equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                exchange.sendResponseHeaders(known ? 304 : page.status, known ? -1 : body.length);
                if (!known) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
        fetcher = new Fetcher(new FetchSettings(
                true, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(20), 1_000_000, "t"));
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
    }

    @Test
    void whatIsNewIsFoundAndTheOldestComesFirst() throws InterruptedException {
        feed(item("b", "Second") + item("a", "First"));
        Visit.Read read = (Visit.Read) visit(subscription(false));
        assertThat(read.fresh()).extracting(RawArticle::getHeadline).containsExactly("First", "Second");
        assertThat(read.etag()).isEqualTo("\"1\"");
    }

    @Test
    void whatIsKnownIsNotFoundAgainAndAnEditIs() throws InterruptedException {
        feed(item("b", "Second") + item("a", "First"));
        Feed known = after(subscription(false));
        pages.put("/feed", new Page(200, Map.of(), rss(item("b", "Second, corrected") + item("a", "First"))));
        Visit.Read read = (Visit.Read) visit(known);
        assertThat(read.fresh()).extracting(RawArticle::getHeadline).containsExactly("Second, corrected");
    }

    @Test
    void anOlderTextThatReturnsIsFoundAgain() throws InterruptedException {
        pages.put("/feed", new Page(200, Map.of(), rss(item("a", "One"))));
        Feed first = after(subscription(false));
        pages.put("/feed", new Page(200, Map.of(), rss(item("a", "Other"))));
        Feed second = after(first);
        pages.put("/feed", new Page(200, Map.of(), rss(item("a", "One"))));
        assertThat(((Visit.Read) visit(second)).fresh())
                .extracting(RawArticle::getHeadline)
                .containsExactly("One");
    }

    @Test
    void anUnchangedFeedIsNotSentAgain() throws InterruptedException {
        feed(item("a", "First"));
        assertThat(visit(after(subscription(false)))).isInstanceOf(Visit.Same.class);
    }

    @Test
    void refusalsAreFailuresWithTheirReason() throws InterruptedException {
        pages.put("/feed", new Page(503, Map.of("Retry-After", "120"), "later"));
        assertThat(visit(subscription(false)))
                .isEqualTo(new Visit.Failed("the server answers with HTTP 503", Duration.ofMinutes(2)));
        pages.put("/feed", new Page(503, Map.of("Retry-After", "Mon, 2 Mar 2026 11:00:00 GMT"), "later"));
        assertThat(((Visit.Failed) visit(subscription(false))).retryAfter()).isEqualTo(Duration.ofHours(1));
        pages.put("/feed", new Page(200, Map.of(), "<html><body>Sign in</body></html>"));
        assertThat(((Visit.Failed) visit(subscription(false))).reason()).contains("no RSS");
        pages.put("/feed", new Page(410, Map.of(), "gone"));
        assertThat(visit(subscription(false))).isInstanceOf(Visit.Gone.class);
    }

    @Test
    void fullTextsAreFetchedAndTheIdStaysTheItems() throws InterruptedException {
        feed(item("a", "Bridge opens"));
        String id = ((Visit.Read) visit(subscription(false))).fresh().get(0).getId();
        pages.put("/a", new Page(200, Map.of("Content-Type", "text/html", "tdm-reservation", "1"), PAGE));
        RawArticle article = ((Visit.Read) visit(subscription(true))).fresh().get(0);
        assertThat(article.getId()).isEqualTo(id);
        assertThat(article.getHeadline()).isEqualTo("Bridge opens");
        assertThat(article.getBody()).contains("after four years of work").contains("second lane");
        assertThat(article.getTdmReservation()).isTrue();
    }

    @Test
    void aPageThatRobotsTxtForbidsIsNotFetched() throws InterruptedException {
        feed(item("a", "Bridge opens"));
        pages.put("/a", new Page(200, Map.of("Content-Type", "text/html"), PAGE));
        pages.put("/robots.txt", new Page(200, Map.of(), "User-agent: *\nDisallow: /a\n"));
        RawArticle article = ((Visit.Read) visit(subscription(true))).fresh().get(0);
        assertThat(article.getStandfirst()).containsExactly("Said.");
        assertThat(article.getBody()).isEmpty();
        assertThat(asked).doesNotContain("/a");
    }

    @Test
    void aPageThatDoesNotAnswerIsAskedForAgainAndItsTextIsACorrection() throws InterruptedException {
        feed(item("a", "Bridge opens"));
        pages.put("/a", new Page(503, Map.of(), "later"));
        Feed feed = subscription(true);
        Visit.Read first = (Visit.Read) visit(feed);
        assertThat(first.fresh()).extracting(RawArticle::getBody).containsExactly("");
        Feed pending = FeedStates.after(feed, first, NOW, SCHEDULE);
        Visit.Read stillAway = (Visit.Read) visit(pending);
        assertThat(stillAway.fresh()).isEmpty();

        pages.put("/a", new Page(200, Map.of("Content-Type", "text/html"), PAGE));
        Feed later = FeedStates.after(pending, stillAway, NOW, SCHEDULE);
        Visit.Read whole = (Visit.Read) visit(later);

        assertThat(whole.fresh()).hasSize(1);
        assertThat(whole.fresh().get(0).getBody()).contains("after four years of work");
        assertThat(whole.fresh().get(0).getId()).isEqualTo(first.fresh().get(0).getId());
        assertThat(visit(FeedStates.after(later, whole, NOW, SCHEDULE))).isInstanceOf(Visit.Same.class);
    }

    @Test
    void aPageThatNeverAnswersIsGivenUp() throws InterruptedException {
        feed(item("a", "Bridge opens"));
        pages.put("/a", new Page(500, Map.of(), "no"));
        Feed feed = subscription(true);
        for (int i = 0; i < News.MOST_TRIES; i++) {
            feed = FeedStates.after(feed, visit(feed), NOW, SCHEDULE);
        }
        assertThat(visit(feed)).isInstanceOf(Visit.Same.class);
        assertThat(asked).filteredOn("/a"::equals).hasSize(News.MOST_TRIES);
    }

    @Test
    void morePagesThanAPollMayFetchAreLeftForTheNext() throws InterruptedException {
        feed(item("c", "C") + item("b", "B") + item("a", "A"));
        Feed feed = subscription(true);
        Visit.Read first = (Visit.Read) visit(feed);
        assertThat(first.fresh()).extracting(RawArticle::getHeadline).containsExactly("A", "B");
        assertThat(first.more()).isTrue();
        Visit.Read second = (Visit.Read) visit(FeedStates.after(feed, first, NOW, SCHEDULE));
        assertThat(second.fresh()).extracting(RawArticle::getHeadline).containsExactly("C");
        assertThat(second.more()).isFalse();
    }

    @Test
    void aSitemapIndexGivesTheItemsOfItsNewestSitemaps() throws InterruptedException {
        pages.put(
                "/feed",
                new Page(
                        200,
                        Map.of("ETag", "\"i\""),
                        "<sitemapindex><sitemap><loc>" + base + "/old.xml</loc><lastmod>2025-01-01</lastmod></sitemap>"
                                + "<sitemap><loc>" + base + "/new.xml</loc><lastmod>2026-01-01</lastmod></sitemap>"
                                + "<sitemap><loc>http://user:word@127.0.0.1/x</loc><lastmod>2027-01-01</lastmod></sitemap>"
                                + "</sitemapindex>"));
        pages.put(
                "/new.xml",
                new Page(
                        200,
                        Map.of(),
                        "<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>" + base
                                + "/a</loc><news:news><news:title>A title</news:title></news:news></url></urlset>"));
        Visit.Read read = (Visit.Read) visit(subscription(false));
        assertThat(read.fresh()).extracting(RawArticle::getHeadline).containsExactly("A title");
        assertThat(read.incomplete()).contains("user");
        assertThat(read.etag()).isNull();
        assertThat(asked).doesNotContain("/old.xml");
    }

    @Test
    void anEntryWithoutTitleIsCalledByItsPage() throws InterruptedException {
        pages.put("/feed", new Page(200, Map.of(), "<urlset><url><loc>" + base + "/a</loc></url></urlset>"));
        pages.put("/a", new Page(200, Map.of("Content-Type", "text/html"), PAGE));
        assertThat(((Visit.Read) visit(subscription(true))).fresh())
                .extracting(RawArticle::getHeadline)
                .containsExactly("Bridge opens to traffic");
        assertThat(((Visit.Read) visit(subscription(false))).fresh()).isEmpty();
    }

    private Feed after(Feed feed) throws InterruptedException {
        return FeedStates.after(feed, visit(feed), NOW, SCHEDULE);
    }

    private Visit visit(Feed feed) throws InterruptedException {
        HostGate gate = new HostGate(Duration.ZERO);
        FeedsSettings settings = new FeedsSettings(
                true,
                "test",
                1,
                Duration.ofSeconds(1),
                Duration.ofHours(1),
                Duration.ofHours(6),
                Duration.ZERO,
                Duration.ZERO,
                2,
                2,
                Duration.ofHours(1),
                Duration.ofMillis(100));
        FullText fullText = new FullText(fetcher, new Robots(fetcher, CLOCK), gate, Duration.ZERO);
        assertThat(gate.tryEnter(FeedVisitor.host(feed))).isTrue();
        return new FeedVisitor(fetcher, gate, fullText, settings, CLOCK).visit(feed);
    }

    private Feed subscription(boolean fullText) {
        return FeedStates.put(null, "f", base + "/feed", Duration.ofMinutes(5), fullText, NOW);
    }

    private void feed(String items) {
        pages.put("/feed", new Page(200, Map.of("ETag", "\"1\""), rss(items)));
    }

    private static String rss(String items) {
        return "<rss><channel><title>The Post</title><link>https://post.example</link>" + items + "</channel></rss>";
    }

    private String item(String path, String title) {
        return "<item><title>" + title + "</title><link>" + base + "/" + path
                + "</link><description>Said.</description></item>";
    }
}
