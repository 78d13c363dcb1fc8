package news.dateline.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import news.dateline.EnrichedArticle;
import news.dateline.RawArticle;
import news.dateline.Source;
import news.dateline.embedded.EmbeddedKafka;
import news.dateline.embedded.TopicRecords;
import news.dateline.enrich.EnrichService;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.enrichment.Annotators;
import news.dateline.enrich.enrichment.Enrichment;
import news.dateline.enrich.versions.ArticleState;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on what an earlier release left: goes on where that stopped, or says why it cannot. */
class UpgradeIT {
    private static final Topics TOPICS = Topics.in(AvroSerdes.singleObject());
    private static final Enrichment UNTAGGED =
            new Enrichment(new Annotators(none("en"), none(List.of()), none(List.of())));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path data;

    private EmbeddedKafka kafka;

    @BeforeEach
    void start() throws IOException {
        kafka = EmbeddedKafka.start(data.resolve("kafka"), 0);
        try (Admin admin = admin()) {
            TOPICS.createMissing(admin, 2, (short) 1);
        }
    }

    @AfterEach
    void stop() {
        kafka.close();
    }

    @Test
    void versionsGoOnFromTheStateThatTheFirstGraphLeft() throws Exception {
        try (KafkaStreams first = new KafkaStreams(firstGraph(), settings())) {
            first.start();
            produce(article("a", "First text."));
            produce(article("b", "Unchanged."));
            await("b", 1);
        }
        try (ApplicationContext today = today()) {
            assertThat(today.isRunning()).isTrue();
            produce(article("b", "Unchanged."));
            produce(article("a", "Second text."));
            await("a", 2);
        }
        assertThat(versions("a")).containsExactly(1, 2);
        assertThat(versions("b")).containsExactly(1);
    }

    @Test
    void twoMembersAreReplacedOneAfterTheOther() throws Exception {
        ApplicationContext one = today("one");
        ApplicationContext other = today("other");
        for (int i = 0; i < 4; i++) {
            produce(article("r" + i, "First text."));
        }
        one.close();
        try (ApplicationContext newOne = today("one")) {
            for (int i = 0; i < 4; i++) {
                produce(article("r" + i, "First text."));
                produce(article("r" + i, "Second text."));
            }
            other.close();
            try (ApplicationContext newOther = today("other")) {
                assertThat(newOne.isRunning() && newOther.isRunning()).isTrue();
                for (int i = 0; i < 4; i++) {
                    produce(article("r" + i, "Third text."));
                }
                for (int i = 0; i < 4; i++) {
                    await("r" + i, 3);
                    assertThat(versions("r" + i)).containsExactly(1, 2, 3);
                }
            }
        }
    }

    @Test
    void aStoreUnderAnotherNameIsExplainedAtTheStart() throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic("dateline-enrich-article-versions-changelog", 2, (short) 1)))
                    .all()
                    .get();
        }
        assertThatThrownBy(this::today)
                .hasStackTraceContaining("cannot go on where an earlier release stopped")
                .hasStackTraceContaining("dateline-enrich-article-versions-changelog")
                .hasStackTraceContaining("docs/how-to/upgrade.md");
    }

    @Test
    void morePartitionsOfTheRawTopicAreExplainedAtTheStart() throws Exception {
        try (ApplicationContext before = today()) {
            assertThat(before.isRunning()).isTrue();
            produce(article("p", "Text."));
            await("p", 1);
        }
        try (Admin admin = admin()) {
            admin.createPartitions(Map.of(Topics.RAW, NewPartitions.increaseTo(4)))
                    .all()
                    .get();
        }
        assertThatThrownBy(this::today)
                .hasStackTraceContaining(
                        "dateline-enrich-article-states-changelog has 2 partitions, but what is read has 4");
    }

    /** The graph as it first was: numbers and tags, and compares nothing. Names and stores stand here as they were. */
    private static Topology firstGraph() {
        StreamsBuilder builder = new StreamsBuilder(
                new TopologyConfig(new StreamsConfig(Map.of("application.id", "any", "bootstrap.servers", "any:1"))));
        builder.stream(
                        Topics.RAW,
                        Consumed.with(TOPICS.raw().key(), TOPICS.raw().value()).withName("raw-articles"))
                .processValues(ValidateArticle::new, Named.as("validate"))
                .process(
                        NumberVersions.supplier(
                                store("article-states", ArticleState.class),
                                store("embargoed-articles", RawArticle.class)),
                        Named.as("version"))
                .processValues(() -> new AnnotateArticle(UNTAGGED, Clock.systemUTC()), Named.as("annotate"))
                .to(
                        Topics.ENRICHED,
                        Produced.with(TOPICS.enriched().key(), TOPICS.enriched().value()));
        return builder.build();
    }

    private static <T> Annotator<T> none(T tags) {
        return new Annotator<>() {
            @Override
            public String model() {
                return "none@1";
            }

            @Override
            public T annotate(ArticleText text) {
                return tags;
            }
        };
    }

    private static <V extends SpecificRecord> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name),
                Serdes.String(),
                AvroSerdes.singleObject().of(type));
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "dateline-enrich");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, data.resolve("state").toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        return settings;
    }

    private ApplicationContext today() {
        return today("state");
    }

    private ApplicationContext today(String state) {
        return EnrichService.configure(ApplicationContext.builder())
                .properties(Map.of(
                        "kafka.bootstrap.servers",
                        kafka.bootstrapServers(),
                        "dateline.serde",
                        "single-object",
                        "dateline.enrich.port",
                        -1,
                        "dateline.enrich.state-dir",
                        data.resolve(state).toString()))
                .start();
    }

    private Admin admin() {
        return Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private void produce(RawArticle article) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            byte[] value = TOPICS.raw().value().serializer().serialize(Topics.RAW, article);
            producer.send(new ProducerRecord<>(Topics.RAW, article.getId(), value))
                    .get();
        }
    }

    private static RawArticle article(String id, String body) {
        return RawArticle.newBuilder()
                .setId(id)
                .setSource(new Source("harbour", "The Harbour Post"))
                .setHeadline("News from the harbour")
                .setBody(body)
                .setReceivedAt(Instant.parse("2026-03-01T12:00:00Z"))
                .build();
    }

    private void await(String id, int version) {
        Awaitility.await().atMost(PATIENCE).until(() -> versions(id), versions -> versions.contains(version));
    }

    private List<Integer> versions(String id) {
        return TopicRecords.all(kafka.bootstrapServers(), Topics.ENRICHED).stream()
                .map(record -> TOPICS.enriched().value().deserializer().deserialize(Topics.ENRICHED, record.value()))
                .filter(article -> article.getId().equals(id))
                .map(EnrichedArticle::getVersion)
                .toList();
    }
}
