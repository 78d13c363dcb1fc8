package news.dateline.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import news.dateline.EntityType;
import news.dateline.Story;
import news.dateline.StoryRef;
import news.dateline.StoryStatus;
import news.dateline.Trend;
import news.dateline.TrendKind;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/stories}, {@code /v1/entities} and {@code /v1/trends}. */
class StoriesIT {
    private static final Topics TOPICS = Topics.in(AvroSerdes.singleObject());
    private static RunningSink sink;

    private final String run = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        sink = RunningSink.fresh();
    }

    @AfterAll
    static void stop() {
        sink.close();
    }

    private static void send(Story story) {
        RunningSink.send(new ProducerRecord<>(
                Topics.STORIES,
                story.getId().getBytes(UTF_8),
                TOPICS.stories().value().serializer().serialize(Topics.STORIES, story)));
    }

    private static void send(Trend trend) {
        String key = trend.getKey() + "/" + trend.getWindowStart();
        RunningSink.send(new ProducerRecord<>(
                Topics.TRENDS,
                key.getBytes(UTF_8),
                TOPICS.trends().value().serializer().serialize(Topics.TRENDS, trend)));
    }

    private Story.Builder story(String name, Instant lastSeen) {
        return Story.newBuilder()
                .setId(run + name)
                .setLabel("Harbour opens")
                .setStatus(StoryStatus.active)
                .setArticleCount(2)
                .setFirstSeen(Wire.RECEIVED)
                .setLastSeen(lastSeen);
    }

    private static List<String> storyIds(String query) {
        return sink.get("/v1/stories" + query).json().path("stories").findValuesAsText("id");
    }

    @Test
    void storiesAreListedLatestFirstAndMergedOnesOnlyOnRequest() {
        Instant far = Instant.parse("2030-01-01T00:00:00Z");
        send(story("-1", far).build());
        send(story("-2", far.plusSeconds(60)).build());
        send(story("-3", far.plusSeconds(120)).build());
        send(story("-3", far.plusSeconds(120))
                .setStatus(StoryStatus.merged)
                .setMergedInto(run + "-1")
                .build());

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> storyIds("?status=merged").contains(run + "-3")
                        && storyIds("").containsAll(List.of(run + "-2", run + "-1")));

        assertThat(storyIds("")).containsSubsequence(run + "-2", run + "-1").doesNotContain(run + "-3");
        JsonNode page = sink.get("/v1/stories?limit=1").json();
        assertThat(storyIds("?limit=1&cursor=" + page.path("next").asText()))
                .doesNotContain(page.at("/stories/0/id").asText());
    }

    @Test
    void storyShowsItsArticles() {
        send(story("-1", Wire.RECEIVED).build());
        RunningSink.send(Wire.article(run + "-a", 1, run)
                .setStory(new StoryRef(run + "-1", 1.0))
                .build());
        sink.awaitAll();

        JsonNode story = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> sink.get("/v1/stories/" + run + "-1"), answer -> answer.status() == 200)
                .json();

        assertThat(story.path("label").asText()).isEqualTo("Harbour opens");
        assertThat(story.at("/articles/0/id").asText()).isEqualTo(run + "-a");
        assertThat(sink.get("/v1/stories/nothing").status()).isEqualTo(404);
    }

    @Test
    void entityIsFoundByTheBeginningOfItsNameAndInSpiteOfATypingError() {
        String name = "Katharina Weissenburger " + run.substring(0, 4);
        RunningSink.send(Wire.article(run + "-a", 1, run)
                .setEntities(List.of(
                        Wire.entity(EntityType.PERSON, name, null, name),
                        Wire.entity(EntityType.LOCATION, "Lindau", "Q6853", "Lindau")))
                .build());
        sink.awaitAll();

        JsonNode begun = sink.get("/v1/entities?q=katharina%20weissen").json();
        JsonNode misspelt = sink.get("/v1/entities?q=Katarina%20Weisenburger").json();

        assertThat(begun.at("/entities/0/name").asText()).isEqualTo(name);
        assertThat(misspelt.at("/entities/0/name").asText()).isEqualTo(name);
        JsonNode entity = sink.get("/v1/entities/PERSON:katharina%20weissenburger%20" + run.substring(0, 4))
                .json();
        assertThat(entity.path("articles").asInt()).isEqualTo(1);
        assertThat(entity.at("/names/0/name").asText()).isEqualTo(name);
        assertThat(entity.path("together").findValuesAsText("id")).contains("Q6853");
        assertThat(entity.at("/course/0/count").asInt()).isEqualTo(1);
        assertThat(sink.get("/v1/entities").json().path("entities").findValuesAsText("id"))
                .contains("Q6853");
    }

    @Test
    void misspeltNameIsSearchedForAsItIsWritten() {
        String name = "Olaf Brunnenschmied";
        RunningSink.send(Wire.article(run + "-a", 1, run)
                .setBody(name + " came")
                .setEntities(List.of(Wire.entity(EntityType.PERSON, name, null, name)))
                .build());
        sink.awaitAll();

        JsonNode answer = sink.search("q", "Olav Brunenschmid").json();

        assertThat(answer.path("searchedName").asText()).isEqualTo(name);
        assertThat(answer.at("/articles/0/id").asText()).isEqualTo(run + "-a");
    }

    @Test
    void beginningOfAWordIsSearchedForWithAStar() {
        RunningSink.send(Wire.article(run + "-a", 1, run)
                .setHeadline("Quixotelberg celebrates")
                .build());
        sink.awaitAll();

        assertThat(sink.ids("q", "quixot*", "source", run)).containsExactly(run + "-a");
        assertThat(sink.ids("q", "quixot", "source", run)).isEmpty();
    }

    @Test
    void trendsAreTheMostUnusualFirstWithTheirCourse() {
        Instant hour = Instant.parse("2031-01-01T10:00:00Z");
        for (int i = 0; i < 3; i++) {
            send(trend("Q1" + run, hour.minusSeconds(3600L * i), 30 - i, 9.0 - i));
        }
        send(trend("Q2" + run, hour, 20, 12.0));
        send(trend("Q3" + run, hour, 1, -0.5));

        JsonNode trends = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> sink.get("/v1/trends?kind=entity").json().path("trends"),
                        list -> list.size() == 2 && list.at("/1/course").size() == 3);

        assertThat(trends.findValuesAsText("key")).containsExactly("Q2" + run, "Q1" + run);
        assertThat(trends.at("/1/count").asInt()).isEqualTo(30);
        assertThat(trends.at("/1/course/0/windowStart").asText()).isEqualTo("2031-01-01T08:00:00Z");
        assertThat(sink.get("/v1/trends?window=P1D").json().path("trends")).isEmpty();
    }

    private static Trend trend(String key, Instant start, int count, double score) {
        return new Trend(TrendKind.entity, key, "Name " + key, start, "PT1H", count, 3.0, score);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/stories?limit=0",
                "/v1/stories?status=old",
                "/v1/stories?cursor=x",
                "/v1/entities?type=CAR",
                "/v1/entities?x=1",
                "/v1/trends?window=PT5M",
                "/v1/trends?kind=car"
            })
    void wrongParameterIsRefused(String path) {
        RunningSink.Answer answer = sink.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText()).isNotBlank();
    }
}
