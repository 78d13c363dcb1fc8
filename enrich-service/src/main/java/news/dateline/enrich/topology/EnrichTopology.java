package news.dateline.enrich.topology;

import java.time.Clock;
import news.dateline.EnrichedArticle;
import news.dateline.RawArticle;
import news.dateline.Story;
import news.dateline.enrich.duplicates.HeldSketch;
import news.dateline.enrich.enrichment.Enrichment;
import news.dateline.enrich.stories.StoryArticle;
import news.dateline.enrich.stories.StoryState;
import news.dateline.enrich.trends.TrendState;
import news.dateline.enrich.versions.ArticleState;
import news.dateline.schemas.topics.Topic;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The whole graph: raw articles in; the newest version of each with its tags out, and the stories and trends that they
 * make. Articles are numbered and tagged in as many partitions as the raw topic has; what compares them with one another
 * is done at one desk, a topic of one partition.
 */
public final class EnrichTopology {
    /** What is known of each article, by id. */
    public static final String ARTICLE_STATES = "article-states";

    /** Articles that are held back until a time, by id. */
    public static final String EMBARGOED = "embargoed-articles";

    /** The texts of the last 72 hours in short, by article id. */
    public static final String SKETCHES = "article-sketches";

    /** Stories that articles may join, by id. */
    public static final String STORIES = "open-stories";

    /** Articles of the last 72 hours with their stories, by article id. */
    public static final String STORY_ARTICLES = "story-articles";

    /** Counts by size of window, kind and key. */
    public static final String TREND_COUNTS = "trend-counts";

    /** Stores and topics of our own need no registry, whatever the public topics are written in. */
    private static final AvroSerdes OWN = AvroSerdes.singleObject();

    private EnrichTopology() {}

    /** Builds the graph; starting and stopping it is another's. */
    public static Topology build(Topics topics, Enrichment enrichment, Clock clock, TopologyConfig config) {
        StreamsBuilder builder = new StreamsBuilder(config);
        KStream<String, EnrichedArticle> tagged = builder.stream(
                        topics.raw().name(),
                        Consumed.with(topics.raw().key(), topics.raw().value()).withName("raw-articles"))
                .processValues(ValidateArticle::new, Named.as("validate"))
                .process(
                        NumberVersions.supplier(
                                store(ARTICLE_STATES, OWN.of(ArticleState.class)),
                                store(EMBARGOED, OWN.of(RawArticle.class))),
                        Named.as("version"))
                .processValues(() -> new AnnotateArticle(enrichment, clock), Named.as("annotate"));

        KStream<String, SpecificRecord> told = tagged.repartition(atOneDesk())
                .processValues(
                        FindDuplicates.supplier(store(SKETCHES, OWN.of(HeldSketch.class))), Named.as("find-duplicates"))
                .process(
                        FollowStories.supplier(
                                store(STORIES, OWN.of(StoryState.class)),
                                store(STORY_ARTICLES, OWN.of(StoryArticle.class))),
                        Named.as("follow-stories"));

        KStream<String, EnrichedArticle> articles = only(EnrichedArticle.class, told, "articles");
        articles.to(topics.enriched().name(), produced(topics.enriched(), "enriched-articles"));
        only(Story.class, told, "stories").to(topics.stories().name(), produced(topics.stories(), "changed-stories"));
        articles.process(CountTrends.supplier(store(TREND_COUNTS, OWN.of(TrendState.class))), Named.as("count-trends"))
                .to(topics.trends().name(), produced(topics.trends(), "raised-trends"));
        return builder.build();
    }

    private static Repartitioned<String, EnrichedArticle> atOneDesk() {
        return Repartitioned.with(Serdes.String(), OWN.of(EnrichedArticle.class))
                .withName("desk")
                .withNumberOfPartitions(1);
    }

    private static <T extends SpecificRecord> KStream<String, T> only(
            Class<T> kind, KStream<String, SpecificRecord> records, String name) {
        return records.filter((key, record) -> kind.isInstance(record), Named.as(name))
                .mapValues(kind::cast, Named.as(name + "-alone"));
    }

    private static <V> Produced<String, V> produced(Topic<String, V> topic, String name) {
        return Produced.with(topic.key(), topic.value()).withName(name);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }
}
