package news.dateline.sink.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static news.dateline.sink.Wire.article;
import static news.dateline.sink.Wire.kill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import news.dateline.Coordinates;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.Source;
import news.dateline.schemas.topics.Topics;
import news.dateline.sink.RunningSink;
import news.dateline.sink.Wire;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real Chromium, on the real sink. Skipped where no Chromium is installed. */
class NewsroomPageIT {
    private static final String HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(2)>";
    private static final int DESK = 1280;
    private static final int PHONE = 360;

    private static RunningSink sink;
    private static Browser browser;

    @BeforeAll
    static void open() {
        Path program = Browser.installed().orElse(null);
        assumeTrue(program != null, "No Chromium is installed");
        sink = RunningSink.fresh();
        browser = new Browser(program, sink.base().toString());
        RunningSink.send(
                article("page-plain", 1, "page-desk").build(),
                article("page-plain", 2, "page-desk")
                        .setHeadline("Harbour of Lindau opens again a day late")
                        .build(),
                article("page-gone", 1, "page-desk").build(),
                kill("page-gone", 2, "page-desk"),
                mapped(),
                arabic(),
                hostile());
        sink.awaitAll();
    }

    @AfterAll
    static void close() {
        if (sink != null) {
            browser.close();
            sink.close();
        }
    }

    @AfterEach
    void thePageKeepsToItself() {
        assertThat(browser.trespasses()).isEmpty();
    }

    private static EnrichedArticle mapped() {
        String body = "KISUMU - A bridge opened in Kisumu.";
        Entity place = Entity.newBuilder(Wire.entity(EntityType.LOCATION, "Kisumu", null, body + "\n"))
                .setCoordinates(new Coordinates(-0.1, 34.75))
                .build();
        return article("page-map", 1, "page-desk")
                .setHeadline("Bridge opens")
                .setBody(body)
                .setEntities(List.of(place))
                .build();
    }

    private static EnrichedArticle arabic() {
        return article("page-arabic", 1, "page-desk")
                .setLanguage("ar")
                .setHeadline("افتتاح الميناء من جديد")
                .setBody("افتتحت المدينة الميناء يوم الاثنين.")
                .setEntities(List.of())
                .build();
    }

    private static EnrichedArticle hostile() {
        return article("page-hostile", 1, "page-hostile")
                .setSource(new Source("page-hostile", HOSTILE))
                .setHeadline("hostile " + HOSTILE)
                .setStandfirst(List.of(HOSTILE))
                .setByline(List.of(HOSTILE))
                .setSection(HOSTILE)
                .setUrl("javascript:alert(3)")
                .setBody("hostile body " + HOSTILE + "\n\n" + HOSTILE)
                .setEntities(List.of(
                        Wire.entity(EntityType.OTHER, HOSTILE, "Q1\"><script>alert(4)</script>", "\n" + HOSTILE)))
                .build();
    }

    @Test
    void aSearchShowsWhatTheApiFinds() {
        Page page = browser.open("/", DESK, false);
        page.fill("input[type=search]", "bridge kisumu");
        page.press("input[type=search]", "Enter");
        assertThat(page.locator("#heading")).containsText("bridge kisumu");
        assertThat(page.locator(".cards h2")).hasText("Bridge opens");
        assertThat(page.locator(".snippet mark").first())
                .hasText(Pattern.compile("bridge|kisumu", Pattern.CASE_INSENSITIVE));
        assertThat(page).hasURL(sink.base() + "/?q=bridge%20kisumu");
    }

    @Test
    void aFacetNarrowsTheSearch() {
        Page page = browser.open("/", DESK, false);
        page.locator(".facets a", new Page.LocatorOptions().setHasText("Kisumu"))
                .click();
        assertThat(page.locator("#total")).hasText("1 article");
        assertThat(page.locator(".cards h2")).hasText("Bridge opens");
    }

    @Test
    void everyMentionIsAMarkWithItsTypeAndName() {
        Page page = browser.open("/article/page-plain", DESK, false);
        Locator person = page.locator(".body mark[data-type=PERSON]");
        assertThat(person).hasText("Marta Quelle");
        assertThat(person).hasAttribute("title", "Marta Quelle");
        assertThat(page.locator("h1 mark[data-type=LOCATION]")).hasText("Lindau");
    }

    @Test
    void aSwitchInTheLegendHidesItsMarks() {
        Page page = browser.open("/article/page-plain", DESK, false);
        page.locator(".legend label", new Page.LocatorOptions().setHasText("Person"))
                .click();
        assertThat(page.locator(".body mark[data-type=PERSON]")).hasCSS("background-color", "rgba(0, 0, 0, 0)");
    }

    @Test
    void theVersionsShowWhatChanged() {
        Page page = browser.open("/article/page-plain", DESK, false);
        assertThat(page.locator(".versions ins").first()).containsText("a day late");
        assertThat(page.locator(".versions del").first()).hasText("1.");
    }

    @Test
    void placesWithCoordinatesAreOnTheMap() {
        Page page = browser.open("/article/page-map", DESK, false);
        assertThat(page.locator(".map svg[role=img]")).hasAttribute("aria-label", "Map of places: Kisumu");
        assertThat(page.locator(".map circle.place")).hasCount(1);
    }

    @Test
    void aKilledArticleShowsItsReasonAndNoText() {
        Page page = browser.open("/article/page-gone", DESK, false);
        assertThat(page.locator("main")).containsText("wrong person named");
        assertThat(page.locator("main")).not().containsText("Harbour");
    }

    @Test
    void anArabicArticleRunsFromTheRight() {
        Page page = browser.open("/article/page-arabic", PHONE, false);
        assertThat(page.locator(".story h1")).hasCSS("direction", "rtl");
    }

    @Test
    void nothingInAnArticleIsEverRun() {
        Page page = browser.open("/article/page-hostile", DESK, false);
        assertThat(page.locator(".body")).containsText("<script>alert(1)</script>");
        assertThat(page.locator(".story img, .story script, a[href^=javascript]"))
                .hasCount(0);
        Page list = browser.open("/?q=hostile", DESK, false);
        assertThat(list.locator(".cards h2")).containsText("<script>");
        assertThat(list.locator("main img, main script")).hasCount(0);
    }

    @Test
    void theWireWaitsForTheReaderAndThenMoves() {
        Page page = browser.open("/?entity=Marta+Quelle", DESK, false);
        assertThat(page.locator(".line")).hasText("live");
        int before = page.locator(".card").count();

        RunningSink.send(article("page-live", 1, "page-desk")
                .setHeadline("Live harbour news")
                .build());

        assertThat(page.locator(".show-new")).hasText("Show 1 new article");
        assertThat(page.locator(".card")).hasCount(before);
        page.locator(".show-new").click();
        assertThat(page.locator(".card h2").first()).hasText("Live harbour news");

        RunningSink.send(article("page-live", 2, "page-desk")
                .setHeadline("Live harbour news, corrected")
                .build());
        assertThat(page.locator(".card h2").first()).hasText("Live harbour news, corrected");

        RunningSink.send(kill("page-live", 3, "page-desk"));
        assertThat(page.locator(".card.killed")).containsText("wrong person named");
    }

    @Test
    void deadLettersAreShownByReasonWithAnotherTryEach() {
        RunningSink.send(new ProducerRecord<>(Topics.ENRICHED, "page-poison".getBytes(UTF_8), new byte[] {1, 2, 3}));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> sink.get("/v1/dlq").text().contains("page-poison"));

        Page page = browser.open("/dead-letters", DESK, false);
        Locator letter = page.locator(".card", new Page.LocatorOptions().setHasText("page-poison"));
        assertThat(letter).isVisible();
        assertThat(letter.locator("button.replay")).hasText("Replay");
        assertThat(page.locator("main")).not().containsText("[object");
        assertThat(page.locator("main section h2").first()).containsText("sink-service");
    }

    @Test
    void anUnknownAddressSaysSo() {
        Page page = browser.open("/article/page-never", DESK, false);
        assertThat(page.locator("[role=alert]")).containsText("There is no article");
    }

    @ParameterizedTest
    @CsvSource({
        "/, 1280, false", "/?q=harbour, 360, true", "/article/page-plain, 1280, false",
                "/article/page-plain, 360, true",
        "/article/page-map, 1280, true", "/article/page-gone, 1280, false", "/stories, 1280, false",
                "/trends, 360, false",
        "/dead-letters, 1280, true"
    })
    void axeFindsNoSeriousIssueAndNothingIsCutOff(String address, int width, boolean dark) {
        Page page = browser.open(address, width, dark);
        List<Rule> serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .toList();
        assertThat(serious).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }
}
