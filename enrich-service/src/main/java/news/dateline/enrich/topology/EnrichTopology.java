package news.dateline.enrich.topology;

import java.time.Clock;
import news.dateline.enrich.enrichment.Enrichment;
import news.dateline.enrich.versions.ArticleState;
import news.dateline.schemas.topics.Topics;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The whole graph: raw articles in, the newest version of each with its tags out. */
public final class EnrichTopology {
    /** What is known of each article, by id. */
    public static final String ARTICLE_STATES = "article-states";

    /** Articles that are held back until a time, by id. */
    public static final String EMBARGOED = "embargoed-articles";

    private EnrichTopology() {}

    /** Builds the graph; starting and stopping it is another's. */
    public static Topology build(
            Topics topics, Serde<ArticleState> states, Enrichment enrichment, Clock clock, TopologyConfig config) {
        StreamsBuilder builder = new StreamsBuilder(config);
        builder.stream(
                        topics.raw().name(),
                        Consumed.with(topics.raw().key(), topics.raw().value()).withName("raw-articles"))
                .processValues(ValidateArticle::new, Named.as("validate"))
                .process(
                        NumberVersions.supplier(
                                store(ARTICLE_STATES, states),
                                store(EMBARGOED, topics.raw().value())),
                        Named.as("version"))
                .processValues(() -> new AnnotateArticle(enrichment, clock), Named.as("annotate"))
                .to(
                        topics.enriched().name(),
                        Produced.with(topics.enriched().key(), topics.enriched().value())
                                .withName("enriched-articles"));
        return builder.build();
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }
}
