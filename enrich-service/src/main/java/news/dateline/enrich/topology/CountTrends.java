package news.dateline.enrich.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.Trend;
import news.dateline.enrich.trends.TrendState;
import news.dateline.enrich.trends.TrendStore;
import news.dateline.enrich.trends.Trends;
import news.dateline.schemas.topics.EventHeaders;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Tells the trends that each new article raises; corrections and kills count for nothing. */
final class CountTrends extends ContextualProcessor<String, EnrichedArticle, String, Trend> {
    private Trends trends;

    static ProcessorSupplier<String, EnrichedArticle, String, Trend> supplier(
            StoreBuilder<KeyValueStore<String, TrendState>> counts) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, EnrichedArticle, String, Trend> get() {
                return new CountTrends();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(counts);
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Trend> context) {
        super.init(context);
        trends = new Trends(new Counts(context.getStateStore(EnrichTopology.TREND_COUNTS)));
    }

    @Override
    public void process(Record<String, EnrichedArticle> record) {
        EnrichedArticle article = record.value();
        if (article.getStatus() != PubStatus.usable || article.getVersion() > 1) {
            return;
        }
        for (Trend trend : trends.arrived(article, record.timestamp())) {
            String key = Trends.key(trend);
            RecordHeaders headers = new RecordHeaders();
            EventHeaders.put(
                    headers,
                    "enrich-service",
                    "news.dateline.trend.raised",
                    key + "/" + trend.getCount(),
                    key,
                    Instant.ofEpochMilli(record.timestamp()));
            context().forward(new Record<>(key, trend, record.timestamp(), headers));
        }
    }

    private record Counts(KeyValueStore<String, TrendState> store) implements TrendStore {
        @Override
        public TrendState get(String key) {
            return store.get(key);
        }

        @Override
        public void put(String key, TrendState state) {
            store.put(key, state);
        }

        @Override
        public void removeIf(Predicate<TrendKey> old) {
            List<String> gone = new ArrayList<>();
            try (KeyValueIterator<String, TrendState> all = store.all()) {
                all.forEachRemaining(entry -> {
                    if (old.test(new TrendKey(entry.key, entry.value.getWindow()))) {
                        gone.add(entry.key);
                    }
                });
            }
            gone.forEach(store::delete);
        }
    }
}
