package news.dateline.enrich.topology;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.enrich.duplicates.Duplicates;
import news.dateline.enrich.duplicates.HeldSketch;
import news.dateline.enrich.duplicates.Likeness;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Says of each article which one it repeats, and which are like it. What is not usable is no one's original. */
final class FindDuplicates extends ContextualFixedKeyProcessor<String, EnrichedArticle, EnrichedArticle> {
    private Duplicates duplicates;

    static FixedKeyProcessorSupplier<String, EnrichedArticle, EnrichedArticle> supplier(
            StoreBuilder<KeyValueStore<String, HeldSketch>> sketches) {
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<String, EnrichedArticle, EnrichedArticle> get() {
                return new FindDuplicates();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(sketches);
            }
        };
    }

    /** The search index is in memory; it is made of the store each time that the task starts. */
    @Override
    public void init(FixedKeyProcessorContext<String, EnrichedArticle> context) {
        super.init(context);
        KeyValueStore<String, HeldSketch> sketches = context.getStateStore(EnrichTopology.SKETCHES);
        try (KeyValueIterator<String, HeldSketch> held = sketches.all()) {
            duplicates = new Duplicates(new Sketches(sketches), () -> entries(held));
        }
    }

    @Override
    public void process(FixedKeyRecord<String, EnrichedArticle> record) {
        EnrichedArticle article = record.value();
        if (article.getStatus() == PubStatus.usable) {
            Likeness likeness = duplicates.arrived(article, record.timestamp());
            article.setDuplicateOf(likeness.duplicateOf());
            article.setRelated(likeness.related());
        } else {
            duplicates.killed(record.key(), record.timestamp());
        }
        context().forward(record);
    }

    private static Iterator<Map.Entry<String, HeldSketch>> entries(KeyValueIterator<String, HeldSketch> held) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return held.hasNext();
            }

            @Override
            public Map.Entry<String, HeldSketch> next() {
                var next = held.next();
                return Map.entry(next.key, next.value);
            }
        };
    }

    private record Sketches(KeyValueStore<String, HeldSketch> store) implements Duplicates.Store {
        @Override
        public HeldSketch get(String id) {
            return store.get(id);
        }

        @Override
        public void put(String id, HeldSketch sketch) {
            store.put(id, sketch);
        }

        @Override
        public void delete(String id) {
            store.delete(id);
        }
    }
}
