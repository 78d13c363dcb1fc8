package news.dateline.enrich.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.dateline.RawArticle;
import news.dateline.enrich.versions.Arrival;
import news.dateline.enrich.versions.ArticleState;
import news.dateline.enrich.versions.Embargo;
import news.dateline.enrich.versions.NewVersion;
import news.dateline.enrich.versions.Versioning;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Numbers each article's versions; what changes nothing ends here. What is under embargo waits in a store, uncounted,
 * until its time has come; only the newest version of it is kept.
 */
final class NumberVersions extends ContextualProcessor<String, RawArticle, String, NewVersion> {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private KeyValueStore<String, ArticleState> states;
    private KeyValueStore<String, RawArticle> embargoed;

    /** No embargo ends before it. In milliseconds since the epoch. */
    private long nextRelease = Long.MIN_VALUE;

    static ProcessorSupplier<String, RawArticle, String, NewVersion> supplier(
            StoreBuilder<KeyValueStore<String, ArticleState>> states,
            StoreBuilder<KeyValueStore<String, RawArticle>> embargoed) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, RawArticle, String, NewVersion> get() {
                return new NumberVersions();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return new LinkedHashSet<>(List.of(states, embargoed));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, NewVersion> context) {
        super.init(context);
        states = context.getStateStore(EnrichTopology.ARTICLE_STATES);
        embargoed = context.getStateStore(EnrichTopology.EMBARGOED);
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::release);
    }

    @Override
    public void process(Record<String, RawArticle> record) {
        String id = record.key();
        RawArticle article = Embargo.inherited(record.value(), embargoed.get(id));
        ArticleState known = states.get(id);
        Arrival arrival = Versioning.arrive(known, article);
        if (!arrival.state().equals(known)) {
            states.put(id, arrival.state());
        }
        if (!arrival.isNews()) {
            return;
        }
        if (Embargo.holds(article, Instant.ofEpochMilli(context().currentSystemTimeMs()))) {
            embargoed.put(id, article);
            nextRelease = Math.min(nextRelease, article.getEmbargoed().toEpochMilli());
        } else {
            embargoed.delete(id);
            publish(record.withValue(article), arrival.state());
        }
    }

    private void publish(Record<String, RawArticle> record, ArticleState arrived) {
        NewVersion version = Versioning.publish(arrived, record.value());
        states.put(record.key(), version.state());
        context().forward(record.withValue(version));
    }

    /** Its event begins anew: the time is the end of the embargo, and no request is its cause. */
    private void release(long now) {
        if (now < nextRelease) {
            return;
        }
        nextRelease = Long.MAX_VALUE;
        try (KeyValueIterator<String, RawArticle> held = embargoed.all()) {
            while (held.hasNext()) {
                KeyValue<String, RawArticle> next = held.next();
                long until = next.value.getEmbargoed().toEpochMilli();
                if (until <= now) {
                    embargoed.delete(next.key);
                    publish(new Record<>(next.key, next.value, until), states.get(next.key));
                } else {
                    nextRelease = Math.min(nextRelease, until);
                }
            }
        }
    }
}
