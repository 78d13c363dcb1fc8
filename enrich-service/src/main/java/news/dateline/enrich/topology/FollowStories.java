package news.dateline.enrich.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.Story;
import news.dateline.enrich.stories.Stories;
import news.dateline.enrich.stories.StoryArticle;
import news.dateline.enrich.stories.StoryState;
import news.dateline.enrich.stories.StoryStore;
import news.dateline.enrich.stories.Told;
import news.dateline.schemas.topics.EventHeaders;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Puts each article into its story and sends it on, and with it, under their own ids, the stories that it changed. What
 * is not usable belongs to none.
 */
final class FollowStories extends ContextualProcessor<String, EnrichedArticle, String, SpecificRecord> {
    private Stories stories;

    static ProcessorSupplier<String, EnrichedArticle, String, SpecificRecord> supplier(
            StoreBuilder<KeyValueStore<String, StoryState>> stories,
            StoreBuilder<KeyValueStore<String, StoryArticle>> articles) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, EnrichedArticle, String, SpecificRecord> get() {
                return new FollowStories();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return new LinkedHashSet<>(List.of(stories, articles));
            }
        };
    }

    /** Stories are followed in memory, from where the stores say they stand. */
    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        super.init(context);
        stories = new Stories(new Stores(
                context.getStateStore(EnrichTopology.STORIES), context.getStateStore(EnrichTopology.STORY_ARTICLES)));
    }

    @Override
    public void process(Record<String, EnrichedArticle> record) {
        EnrichedArticle article = record.value();
        Told told = article.getStatus() == PubStatus.usable
                ? stories.arrived(article, record.timestamp())
                : stories.gone(record.key(), record.timestamp());
        article.setStory(told.story());
        context().forward(record.withValue(article));
        for (Story story : told.changed()) {
            RecordHeaders headers = new RecordHeaders();
            EventHeaders.put(
                    headers,
                    "enrich-service",
                    "news.dateline.story." + story.getStatus(),
                    story.getId() + "/" + record.key() + "/" + article.getVersion(),
                    story.getId(),
                    Instant.ofEpochMilli(record.timestamp()));
            context().forward(new Record<>(story.getId(), story, record.timestamp(), headers));
        }
    }

    private record Stores(KeyValueStore<String, StoryState> states, KeyValueStore<String, StoryArticle> kept)
            implements StoryStore {
        @Override
        public Iterable<Map.Entry<String, StoryState>> stories() {
            return all(states);
        }

        @Override
        public Iterable<Map.Entry<String, StoryArticle>> articles() {
            return all(kept);
        }

        private static <V> List<Map.Entry<String, V>> all(KeyValueStore<String, V> store) {
            List<Map.Entry<String, V>> entries = new ArrayList<>();
            try (KeyValueIterator<String, V> all = store.all()) {
                all.forEachRemaining(entry -> entries.add(Map.entry(entry.key, entry.value)));
            }
            return entries;
        }

        @Override
        public StoryArticle article(String id) {
            return kept.get(id);
        }

        @Override
        public void putStory(String id, StoryState state) {
            states.put(id, state);
        }

        @Override
        public void putArticle(String id, StoryArticle article) {
            kept.put(id, article);
        }
    }
}
