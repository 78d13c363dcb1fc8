package news.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import news.dateline.EntityType;
import news.dateline.Source;
import news.dateline.StoryRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /v1/articles}: words, filters, order, pages, counts, and what it refuses. */
class SearchIT {
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final String SOURCE = "search-" + RUN;
    private static RunningSink sink;

    @BeforeAll
    static void start() {
        sink = RunningSink.fresh();
        RunningSink.send(
                Wire.article(SOURCE + "-rail", 1, SOURCE)
                        .setHeadline("Night trains return to Graz")
                        .setStandfirst(List.of("More sleepers"))
                        .setBody(
                                "GRAZ - The railways <b>run</b> & order forty new sleeping cars.\n\nUnions welcome it.")
                        .setPublishedAt("2026-01-10")
                        .setEntities(List.of(
                                Wire.entity(EntityType.LOCATION, "Graz", "Q13298", "Night trains return to Graz"),
                                Wire.entity(EntityType.ORGANIZATION, "Österreichische Bahn", null, "x")))
                        .setTopics(List.of(Wire.topic("medtop:20000337", "railway transport")))
                        .setStory(new StoryRef("story-" + RUN, 1.0))
                        .build(),
                Wire.article(SOURCE + "-vote", 1, SOURCE)
                        .setHeadline("Parliament votes on budget")
                        .setStandfirst(List.of())
                        .setBody("VIENNA - The vote came late. A night of talks, and no trains home.")
                        .setPublishedAt("2026-01-11T23:30:00-05:00")
                        .setEntities(List.of(Wire.entity(EntityType.LOCATION, "Vienna", "Q1741", "Vienna")))
                        .setTopics(List.of(
                                Wire.topic("medtop:20000593", "government"),
                                Wire.topic("medtop:11000000", "politics and government")))
                        .build(),
                Wire.article(SOURCE + "-zug", 1, SOURCE)
                        .setHeadline("Nachtzüge fahren wieder nach Graz")
                        .setStandfirst(List.of())
                        .setBody("GRAZ - Die Bahn bestellt Schlafwagen für die Häuser an der Strecke.")
                        .setLanguage("de-AT")
                        .setPublishedAt("2026-01-12T08:00:00+01:00")
                        .setEntities(List.of(Wire.entity(EntityType.LOCATION, "Graz", "Q13298", "Graz")))
                        .setTopics(List.of())
                        .build(),
                Wire.article(SOURCE + "-other", 1, SOURCE + "-2")
                        .setSource(new Source(SOURCE + "-2", "Another Paper"))
                        .setPublishedAt(null)
                        .build());
        sink.awaitAll();
    }

    @AfterAll
    static void stop() {
        sink.close();
    }

    private static List<String> found(String... parameters) {
        return sink.ids(parameters).stream()
                .filter(id -> id.startsWith(SOURCE))
                .map(id -> id.substring(SOURCE.length() + 1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trains          | rail, vote",
                "train           | rail, vote",
                "TRAINS -budget  | rail",
                "\"night trains\"| rail",
                "sleeping or budget | rail, vote",
                "Nachtzug        | zug",
                "haus            | zug",
                "nachtzüge Graz  | zug",
                "\"Ida Feder\" Graz | rail, zug",
                "the             | ''",
                "nowhere         | ''",
            })
    void wordsAreReadInTheLanguageOfTheArticle(String q, String expected) {
        List<String> ids = expected.isEmpty() ? List.of() : List.of(expected.split(", "));

        assertThat(found("q", q, "source", SOURCE)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @ParameterizedTest
    @CsvSource({
        "entity, Q13298, 'zug,rail'",
        "entity, q13298, 'zug,rail'",
        "entity, GRAZ, 'zug,rail'",
        "entity, österreichische  bahn, rail",
        "entity, ÖSTERREICHISCHE BAHN, rail",
        "entity, Gra, ''",
        "topic, medtop:20000337, rail",
        "topic, medtop:04000000, 'rail'",
        "topic, medtop:11000000, vote",
        "topic, medtop:99999999, ''",
        "language, en, 'vote,rail'",
        "language, de, zug",
        "language, DE-at, zug",
        "language, fr, ''",
        "from, 2026-01-11, 'zug,vote'",
        "to, 2026-01-10, ''",
        "to, 2026-01-10T00:00:01Z, rail",
        "from, 2026-01-12T04:30:00Z, 'zug,vote'",
        "from, 2026-01-12T05:30:00 01:00, 'zug,vote'",
        "to, 2026-01-12T04:30:00Z, rail",
    })
    void filtersNarrowAndNewestComesFirst(String name, String value, String expected) {
        List<String> ids = expected.isEmpty() ? List.of() : List.of(expected.split(","));

        assertThat(found(name, value, "source", SOURCE)).containsExactlyElementsOf(ids);
    }

    @Test
    void storyIsAFilter() {
        assertThat(found("story", "story-" + RUN)).containsExactly("rail");
    }

    @Test
    void unknownPublicationIsFilteredByItsArrival() {
        assertThat(found("source", SOURCE + "-2", "from", "2026-03-01", "to", "2026-03-02"))
                .containsExactly("other");
    }

    @Test
    void headlineOutweighsBodyUnlessNewestIsAskedFor() {
        assertThat(found("q", "night trains", "source", SOURCE)).containsExactly("rail", "vote");
        assertThat(found("q", "night trains", "source", SOURCE, "sort", "newest"))
                .containsExactly("vote", "rail");
    }

    @Test
    void snippetMarksTheMatchAndIsSafeHtml() {
        JsonNode article = sink.search("q", "railways", "source", SOURCE)
                .json()
                .path("articles")
                .get(0);

        assertThat(article.path("snippet").asText())
                .contains("<mark>railways</mark> &lt;b&gt;run&lt;/b&gt; &amp; order");
        assertThat(sink.search("source", SOURCE).json().path("articles").get(0).has("snippet"))
                .isFalse();
    }

    @Test
    void everyFacetCountIsTheTotalOfItsFilter() {
        JsonNode answer = sink.search("source", SOURCE).json();
        assertThat(answer.path("total").asInt()).isEqualTo(3);

        check(answer, "topics", "topic");
        check(answer, "entities", "entity");
        check(answer, "languages", "language");
        check(answer, "sources", "source");
        JsonNode topics = answer.path("facets").path("topics");
        assertThat(topics.findValuesAsText("value")).contains("medtop:04000000", "medtop:20000337", "medtop:11000000");
        JsonNode graz = answer.path("facets").path("entities").get(0);
        assertThat(graz).hasToString("{\"value\":\"Q13298\",\"name\":\"Graz\",\"type\":\"LOCATION\",\"count\":2}");
    }

    private static void check(JsonNode answer, String facet, String parameter) {
        JsonNode values = answer.path("facets").path(facet);
        assertThat(values).as(facet).isNotEmpty();
        for (JsonNode value : values) {
            assertThat(value.path("name").asText()).isNotBlank();
            String of = value.path("value").asText();
            JsonNode filtered = parameter.equals("source")
                    ? sink.search("source", of).json()
                    : sink.search("source", SOURCE, parameter, of).json();
            assertThat(value.path("count").asInt())
                    .as("%s %s", facet, of)
                    .isEqualTo(filtered.path("total").asInt());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "best"})
    void cursorWalksEveryArticleExactlyOnceWhileOthersComeIn(String sort) {
        String source = SOURCE + "-walk-" + sort;
        Set<String> sent = new LinkedHashSet<>();
        for (int i = 0; i < 37; i++) {
            String id = source + "-" + i;
            sent.add(id);
            RunningSink.send(Wire.article(id, 1, source)
                    .setHeadline(i % 3 == 0 ? "Harbour harbour news" : "News " + i)
                    .setPublishedAt("2026-02-%02d".formatted(1 + i % 5)) // many of the same time
                    .build());
        }
        sink.awaitAll();

        List<String> seen = new ArrayList<>();
        String cursor = "";
        int round = 0;
        do {
            JsonNode page = sink.search("q", "harbour", "source", source, "sort", sort, "limit", "4", "cursor", cursor)
                    .json();
            page.path("articles").forEach(a -> seen.add(a.path("id").asText()));
            cursor = page.path("next").isNull() ? null : page.path("next").asText();
            RunningSink.send(Wire.article(source + "-new-" + round++, 1, source)
                    .setHeadline("Harbour harbour harbour harbour")
                    .setPublishedAt("2026-02-28")
                    .build());
            sink.awaitAll();
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen).containsExactlyInAnyOrderElementsOf(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=ten",
                "limit=1e2",
                "limit=99999999999999999999",
                "sort=oldest",
                "from=yesterday",
                "to=2026-02-30",
                "from=2026-01-01T00:00:00",
                "from=99999-01-01",
                "from=2026-02-01&to=2026-01-01",
                "cursor=abc",
                "cursor=%25%25",
                "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "topic=politics",
                "language=not_a_language_tag",
                "q=a%00b",
                "source=%00",
                "page=2",
                "q=a&q=b",
                "limit=20&limit=30",
                "entity=%00"
            })
    void wrongParametersAre400WithADetail(String query) {
        RunningSink.Answer answer = sink.get("/v1/articles?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void cursorOfAnotherQueryIsRefused() {
        String next =
                sink.search("source", SOURCE, "limit", "1").json().path("next").asText();

        assertThat(sink.search("source", SOURCE, "limit", "2", "cursor", next).status())
                .isEqualTo(200);
        assertThat(sink.search("source", SOURCE + "-2", "cursor", next).status())
                .isEqualTo(400);
        assertThat(sink.search("source", SOURCE, "sort", "best", "q", "a", "cursor", next)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%27%3B+DROP+TABLE+articles%3B--",
                "q=%22",
                "q=-",
                "q=or+or+or",
                "q=(((",
                "q=%5C",
                "q=%F0%9F%98%80",
                "q=%FF%FE",
                "q=%C3%28",
                "entity=%27+OR+1%3D1--",
                "source=%27",
                "story=%27%22",
                "q=:*+%26+!",
                "q=a%3Ab*",
                "q=%27~english%27",
                "q=-train",
                "entity=%25",
                "language=x-y",
                "q=%ED%A0%80",
                "q"
            })
    void oddInputIsAnsweredCalmly(String query) {
        RunningSink.Answer answer = sink.get("/v1/articles?" + query);

        assertThat(answer.status()).isIn(200, 400);
        assertThat(sink.search("source", SOURCE).json().path("total").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles?q=%", "/v1/articles?q=%zz", "/v1/articles/%", "/v1/articles/%zz/versions"})
    void malformedEscapesAreRefused(String path) throws Exception {
        assertThat(sink.rawGet(path)).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    @Test
    void longestQueryIsReadAndALongerRequestRefused() {
        assertThat(sink.search("q", "😀".repeat(500)).status()).isEqualTo(200);
        assertThat(sink.search("q", "a".repeat(1001)).status()).isEqualTo(400);
        assertThat(sink.search("q", "a".repeat(20_000)).status()).isIn(413, 414);
        assertThat(sink.search("q", "-a ".repeat(333)).status()).isEqualTo(200);
    }

    @Test
    void blankParametersCountAsNotGiven() {
        assertThat(sink.get("/v1/articles?q=&entity=&topic=&source=" + SOURCE
                                + "&language=&from=&to=&story=&limit=&cursor=")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(3);
    }
}
