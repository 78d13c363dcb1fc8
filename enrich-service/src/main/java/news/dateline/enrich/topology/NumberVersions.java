package news.dateline.enrich.topology;

import java.util.Set;
import news.dateline.RawArticle;
import news.dateline.enrich.versions.ArticleState;
import news.dateline.enrich.versions.Versioning;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Numbers each article's versions; what changes nothing ends here. */
final class NumberVersions extends ContextualFixedKeyProcessor<String, RawArticle, VersionedArticle> {
    private KeyValueStore<String, ArticleState> states;

    static FixedKeyProcessorSupplier<String, RawArticle, VersionedArticle> supplier(
            StoreBuilder<KeyValueStore<String, ArticleState>> store) {
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<String, RawArticle, VersionedArticle> get() {
                return new NumberVersions();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(store);
            }
        };
    }

    @Override
    public void init(FixedKeyProcessorContext<String, VersionedArticle> context) {
        super.init(context);
        states = context.getStateStore(EnrichTopology.ARTICLE_STATES);
    }

    @Override
    public void process(FixedKeyRecord<String, RawArticle> record) {
        ArticleState next = Versioning.next(states.get(record.key()), record.value());
        if (next != null) {
            states.put(record.key(), next);
            context().forward(record.withValue(new VersionedArticle(record.value(), next)));
        }
    }
}
