package news.dateline.enrich.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.Source;
import news.dateline.Story;
import news.dateline.StoryStatus;
import news.dateline.TagOrigin;
import news.dateline.TopicTag;
import news.dateline.Trend;
import news.dateline.TrendKind;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.enrichment.Annotators;
import news.dateline.enrich.enrichment.Enrichment;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.deadletter.DeadLetter;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnrichTopologyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final String REPORT =
            "The new harbour bridge was opened to traffic on Sunday after three years of work, and "
                    + "thousands of people walked across it in the rain while ferries sounded their horns. The mayor thanked the "
                    + "builders and said that the old bridge would be taken down before the end of the summer.";

    /** The driver's clock at the start. */
    private static final long START = 0;

    private final Topics topics = Topics.in(AvroSerdes.singleObject());
    private TopologyTestDriver driver;
    private TestInputTopic<String, RawArticle> raw;
    private TestInputTopic<byte[], byte[]> rawBytes;
    private TestOutputTopic<String, EnrichedArticle> enriched;
    private TestOutputTopic<String, Story> stories;
    private TestOutputTopic<String, Trend> trends;
    private TestOutputTopic<byte[], byte[]> deadLetters;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(topology(), settings(), Instant.ofEpochMilli(START));
        raw = driver.createInputTopic(
                Topics.RAW,
                topics.raw().key().serializer(),
                topics.raw().value().serializer());
        rawBytes = driver.createInputTopic(Topics.RAW, new ByteArraySerializer(), new ByteArraySerializer());
        enriched = driver.createOutputTopic(
                Topics.ENRICHED,
                topics.enriched().key().deserializer(),
                topics.enriched().value().deserializer());
        stories = driver.createOutputTopic(
                Topics.STORIES,
                topics.stories().key().deserializer(),
                topics.stories().value().deserializer());
        trends = driver.createOutputTopic(
                Topics.TRENDS,
                topics.trends().key().deserializer(),
                topics.trends().value().deserializer());
        deadLetters =
                driver.createOutputTopic(Topics.DEAD_LETTERS, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void theGraphIsTheReviewedOne() throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("topology.txt")) {
            assertThat(topology().describe().toString().strip())
                    .isEqualTo(new String(golden.readAllBytes(), UTF_8).strip());
        }
    }

    @Test
    void anArticleComesOutWithItsTagsAndHeaders() {
        RawArticle article = article("a", "The harbour is open again");
        raw.pipeInput(new TestRecord<>("a", article));
        TestRecord<String, EnrichedArticle> record = enriched.readRecord();
        assertThat(record.key()).isEqualTo("a");
        assertThat(record.value().getVersion()).isEqualTo(1);
        assertThat(record.value().getStatus()).isEqualTo(PubStatus.usable);
        assertThat(record.value().getBody()).isEqualTo(article.getBody());
        assertThat(record.value().getLanguage()).isEqualTo("en");
        assertThat(record.value().getDetectedLanguage()).isEqualTo("en");
        assertThat(record.value().getTopics()).extracting(TopicTag::getCode).containsExactly("medtop:15000000");
        assertThat(record.value().getModels()).containsEntry("topics", "topics@test");
        assertThat(record.value().getEnrichedAt()).isEqualTo(NOW);
        assertThat(new String(record.headers().lastHeader("ce_id").value(), UTF_8))
                .isEqualTo("a/1");
        assertThat(new String(record.headers().lastHeader("ce_source").value(), UTF_8))
                .isEqualTo("/dateline/enrich-service");
    }

    @Test
    void aCorrectionIsTheNextVersionAndARepeatIsSilent() {
        raw.pipeInput("a", article("a", "First"));
        raw.pipeInput("a", article("a", "First"));
        raw.pipeInput("a", article("a", "Second"));
        assertThat(enriched.readValuesToList())
                .extracting(EnrichedArticle::getVersion)
                .containsExactly(1, 2);
    }

    @Test
    void aKillWithdrawsTextAndTags() {
        raw.pipeInput("a", article("a", "First"));
        raw.pipeInput("a", kill("a"));
        EnrichedArticle killed = enriched.readValuesToList().get(1);
        assertThat(killed.getStatus()).isEqualTo(PubStatus.canceled);
        assertThat(killed.getVersion()).isEqualTo(2);
        assertThat(killed.getReason()).isEqualTo("wrong");
        assertThat(killed.getKilledAt()).isEqualTo(NOW);
        assertThat(killed.getHeadline()).isNull();
        assertThat(killed.getBody()).isNull();
        assertThat(killed.getTopics()).isEmpty();
    }

    @Test
    void aKillHoldsForAnArticleThatComesLater() {
        raw.pipeInput("a", kill("a"));
        raw.pipeInput("a", article("a", "Late"));
        assertThat(enriched.readValuesToList())
                .extracting(EnrichedArticle::getStatus)
                .containsExactly(PubStatus.canceled);
    }

    @Test
    void aCorrectionTellsWhatItChanged() {
        raw.pipeInput("a", article("a", "First"));
        raw.pipeInput("a", article("a", "Second"));
        EnrichedArticle second = enriched.readValuesToList().get(1);
        assertThat(second.getChanges().getParagraphsAdded()).containsExactly("Second");
        assertThat(second.getChanges().getParagraphsRemoved()).containsExactly("First");
    }

    @Test
    void anArticleUnderEmbargoComesOutWhenItsTimeHasCome() {
        driver.advanceWallClockTime(Duration.between(Instant.ofEpochMilli(START), NOW));
        raw.pipeInput("a", embargoed("a", "Draft", 60));
        raw.pipeInput("a", embargoed("a", "Final", 60));
        driver.advanceWallClockTime(Duration.ofSeconds(59));
        assertThat(enriched.isEmpty()).isTrue();
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        EnrichedArticle released = enriched.readValue();
        assertThat(released.getBody()).isEqualTo("Final");
        assertThat(released.getVersion()).isEqualTo(1);
        assertThat(released.getChanges()).isNull();
        assertThat(enriched.isEmpty()).isTrue();
    }

    @Test
    void aCorrectionThatIsSilentOnTheEmbargoIsHeldToo() {
        driver.advanceWallClockTime(Duration.between(Instant.ofEpochMilli(START), NOW));
        raw.pipeInput("a", embargoed("a", "Draft", 60));
        raw.pipeInput("a", article("a", "Final"));
        assertThat(enriched.isEmpty()).isTrue();
        driver.advanceWallClockTime(Duration.ofSeconds(61));
        assertThat(enriched.readValue().getBody()).isEqualTo("Final");
    }

    @Test
    void aCorrectionThatLiftsTheEmbargoComesOutAtOnce() {
        driver.advanceWallClockTime(Duration.between(Instant.ofEpochMilli(START), NOW));
        raw.pipeInput("a", embargoed("a", "Draft", 60));
        raw.pipeInput("a", embargoed("a", "Final", 0));
        assertThat(enriched.readValue().getBody()).isEqualTo("Final");
        driver.advanceWallClockTime(Duration.ofSeconds(61));
        assertThat(enriched.isEmpty()).isTrue();
    }

    @Test
    void aKillDuringTheEmbargoIsAllThatComesOut() {
        driver.advanceWallClockTime(Duration.between(Instant.ofEpochMilli(START), NOW));
        raw.pipeInput("a", embargoed("a", "Draft", 60));
        raw.pipeInput("a", kill("a"));
        driver.advanceWallClockTime(Duration.ofSeconds(61));
        assertThat(enriched.readValuesToList())
                .extracting(EnrichedArticle::getStatus, EnrichedArticle::getVersion)
                .containsExactly(tuple(PubStatus.canceled, 1));
    }

    @Test
    void aWithheldArticlePassesOnAsWithheld() {
        RawArticle withheld = article("a", "Not yet");
        withheld.setStatus(PubStatus.withheld);
        raw.pipeInput("a", withheld);
        assertThat(enriched.readValue().getStatus()).isEqualTo(PubStatus.withheld);
    }

    @Test
    void aCopyPointsToTheFirstSeenWhicheverPartitionItCameFrom() {
        raw.pipeInput("a", article("a", REPORT));
        raw.pipeInput("b", article("b", "By our own staff. " + REPORT));
        raw.pipeInput("c", article("c", "Something else altogether, told in words that no other article has."));
        assertThat(enriched.readValuesToList())
                .extracting(EnrichedArticle::getDuplicateOf)
                .containsExactly(null, "a", null);
    }

    @Test
    void whatIsKilledIsNobodysOriginalAndLeavesItsStory() {
        raw.pipeInput("a", article("a", REPORT));
        raw.pipeInput("a", kill("a"));
        raw.pipeInput("b", article("b", REPORT));
        List<EnrichedArticle> told = enriched.readValuesToList();
        assertThat(told.get(1).getStory()).isNull();
        assertThat(told.get(2).getDuplicateOf()).isNull();
        assertThat(stories.readValuesToList())
                .extracting(Story::getStatus, Story::getArticleCount, Story::getLabel)
                .containsExactly(
                        tuple(StoryStatus.active, 1, "Harbour open"),
                        tuple(StoryStatus.closed, 0, ""),
                        tuple(StoryStatus.active, 1, "Harbour open"));
    }

    @Test
    void articlesOfOneStoryShareItsIdAndTheStoryIsToldEachTime() {
        raw.pipeInput("a", article("a", REPORT));
        raw.pipeInput("b", article("b", "The harbour bridge was opened on Sunday."));
        List<EnrichedArticle> told = enriched.readValuesToList();
        String story = told.get(0).getStory().getId();
        assertThat(told.get(1).getStory().getId()).isEqualTo(story);
        List<TestRecord<String, Story>> records = stories.readRecordsToList();
        assertThat(records).extracting(TestRecord::key).containsExactly(story, story);
        assertThat(records.get(1).value().getArticles()).containsExactly("b", "a");
        assertThat(new String(records.get(1).headers().lastHeader("ce_type").value(), UTF_8))
                .isEqualTo("news.dateline.story.active");
    }

    @Test
    void aCorrectionStaysInItsStoryAndIsCountedOnce() {
        raw.pipeInput("a", article("a", REPORT));
        raw.pipeInput("a", article("a", "Rewritten from the first word to the last."));
        List<EnrichedArticle> told = enriched.readValuesToList();
        assertThat(told.get(1).getStory()).isEqualTo(told.get(0).getStory());
        assertThat(stories.readValuesToList())
                .extracting(Story::getArticleCount)
                .containsExactly(1, 1);
        assertThat(trends.isEmpty()).isTrue();
    }

    @Test
    void whatSeveralArticlesAreAboutIsATrend() {
        raw.pipeInput("a", article("a", REPORT));
        raw.pipeInput("b", article("b", "Another text."));
        List<TestRecord<String, Trend>> raised = trends.readRecordsToList();
        assertThat(raised)
                .extracting(
                        record -> record.value().getKind(),
                        record -> record.value().getWindowSize(),
                        record -> record.value().getCount())
                .contains(tuple(TrendKind.topic, "PT1H", 2), tuple(TrendKind.topic, "P1D", 2));
        assertThat(raised.get(0).key()).startsWith("topic/medtop:15000000/PT1H/");
    }

    @Test
    void anEmbargoedArticleIsInNoStoryAndNoTrendYet() {
        raw.pipeInput("a", embargoed("a", REPORT, 60));
        assertThat(stories.isEmpty()).isTrue();
        assertThat(trends.isEmpty()).isTrue();
    }

    @Test
    void bytesThatAreNoAvroBecomeADeadLetterUntouched() {
        byte[] poison = {0, 1, 2, 3, -1};
        rawBytes.pipeInput("k".getBytes(UTF_8), poison);
        raw.pipeInput("a", article("a", "Neighbour"));
        TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(letter.key()).isEqualTo("k".getBytes(UTF_8));
        DeadLetter told = DeadLetter.read(letter.headers());
        assertThat(told.topic()).isEqualTo(Topics.RAW);
        assertThat(told.service()).isEqualTo("enrich-service");
        assertThat(told.message()).contains("single-object");
        assertThat(enriched.readValuesToList()).hasSize(1);
    }

    @Test
    void anArticleThatBreaksARuleBecomesADeadLetterUntouched() {
        RawArticle nameless = article("a", "Text");
        nameless.setHeadline(" ");
        raw.pipeInput("a", nameless);
        raw.pipeInput("b", article("a", "Key and id differ"));
        List<TestRecord<byte[], byte[]>> letters = deadLetters.readRecordsToList();
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0).value())
                .isEqualTo(topics.raw().value().serializer().serialize(Topics.RAW, nameless));
        assertThat(DeadLetter.read(letters.get(0).headers()).errorClass())
                .isEqualTo(InvalidArticleException.class.getName());
        assertThat(DeadLetter.read(letters.get(1).headers()).message()).contains("key");
        assertThat(enriched.isEmpty()).isTrue();
    }

    @Test
    void aFailingAnnotatorIsSaidSoAndLosesNothing() {
        raw.pipeInput("a", article("a", "explode"));
        EnrichedArticle article = enriched.readValue();
        assertThat(article.getBody()).isEqualTo("explode");
        assertThat(article.getTopics()).isEmpty();
        assertThat(article.getModels().get("topics")).isEqualTo("topics@test failed: IllegalStateException");
    }

    private Topology topology() {
        Annotators annotators = new Annotators(
                annotator("language@test", "en"), annotator("entities@test", List.of()), new FixedTopics());
        return EnrichTopology.build(
                topics,
                new Enrichment(annotators),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new TopologyConfig(new StreamsConfig(settings())));
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        return settings;
    }

    private static <T> Annotator<T> annotator(String model, T tags) {
        return new Annotator<>() {
            @Override
            public String model() {
                return model;
            }

            @Override
            public T annotate(ArticleText text) {
                return tags;
            }
        };
    }

    /** Tags everything as sport, and fails where it is asked to. */
    private static final class FixedTopics implements Annotator<List<TopicTag>> {
        @Override
        public String model() {
            return "topics@test";
        }

        @Override
        public List<TopicTag> annotate(ArticleText text) {
            if (text.body().equals("explode")) {
                throw new IllegalStateException("asked to");
            }
            return List.of(new TopicTag("medtop:15000000", "sport", 0.9, model(), List.of(), TagOrigin.annotator));
        }
    }

    private static RawArticle article(String id, String body) {
        return RawArticle.newBuilder()
                .setId(id)
                .setSource(new Source("harbour-post", "The Harbour Post"))
                .setHeadline("Harbour open")
                .setBody(body)
                .setReceivedAt(NOW)
                .build();
    }

    private static RawArticle embargoed(String id, String body, int seconds) {
        RawArticle article = article(id, body);
        article.setEmbargoed(NOW.plusSeconds(seconds));
        return article;
    }

    private static RawArticle kill(String id) {
        return RawArticle.newBuilder()
                .setId(id)
                .setStatus(PubStatus.canceled)
                .setReason("wrong")
                .setReceivedAt(NOW)
                .build();
    }
}
