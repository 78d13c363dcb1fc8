package news.dateline.schemas.topics;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.COMPRESSION_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import news.dateline.EnrichedArticle;
import news.dateline.Feed;
import news.dateline.RawArticle;
import news.dateline.Story;
import news.dateline.Trend;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The catalogue: every public topic, its types and its policy.
 *
 * @param raw articles as received, by article id
 * @param enriched the newest version of each article with its tags, by article id
 * @param deadLetters records that a service could not work on, bytes untouched, by the failed record's key
 * @param feeds subscriptions and their polling state, by feed id
 * @param stories the newest state of each story, by story id
 * @param trends how often entities, topics and stories are in the news of an hour or a day, by kind, key and window
 */
public record Topics(
        Topic<String, RawArticle> raw,
        Topic<String, EnrichedArticle> enriched,
        Topic<byte[], byte[]> deadLetters,
        Topic<String, Feed> feeds,
        Topic<String, Story> stories,
        Topic<String, Trend> trends) {

    public static final String RAW = "news.articles.raw.v1";
    public static final String ENRICHED = "news.articles.enriched.v1";
    public static final String DEAD_LETTERS = "news.articles.dlq.v1";
    public static final String FEEDS = "news.feeds.v1";
    public static final String STORIES = "news.stories.v1";
    public static final String TRENDS = "news.trends.v1";

    /** The largest record that a topic takes, in bytes: an article of the largest size with all its tags. */
    public static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

    /** The catalogue in a wire format. */
    public static Topics in(AvroSerdes serdes) {
        return new Topics(
                new Topic<>(RAW, Serdes.String(), serdes.of(RawArticle.class), kept(Duration.ofDays(30))),
                new Topic<>(ENRICHED, Serdes.String(), serdes.of(EnrichedArticle.class), compacted()),
                new Topic<>(DEAD_LETTERS, Serdes.ByteArray(), Serdes.ByteArray(), kept(Duration.ofDays(90))),
                new Topic<>(FEEDS, Serdes.String(), serdes.of(Feed.class), compacted()),
                new Topic<>(STORIES, Serdes.String(), serdes.of(Story.class), compacted()),
                new Topic<>(TRENDS, Serdes.String(), serdes.of(Trend.class), kept(Duration.ofDays(30))));
    }

    /** Every topic of the catalogue. */
    public List<Topic<?, ?>> all() {
        return List.of(raw, enriched, deadLetters, feeds, stories, trends);
    }

    /**
     * Creates the topics that are missing; those that exist stay as they are.
     *
     * @throws IllegalStateException if Kafka refuses or cannot be reached
     */
    public void createMissing(Admin admin, int partitions, short replicas) {
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic<?, ?> topic : all()) {
            wanted.add(topic.newTopic(partitions, replicas));
        }
        admin.createTopics(wanted).values().forEach((name, created) -> {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new IllegalStateException("Cannot create topic " + name, e.getCause());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while creating topic " + name, e);
            }
        });
    }

    private static Map<String, String> kept(Duration time) {
        return config(CLEANUP_POLICY_DELETE, Map.of(RETENTION_MS_CONFIG, Long.toString(time.toMillis())));
    }

    private static Map<String, String> compacted() {
        return config(CLEANUP_POLICY_COMPACT, Map.of());
    }

    private static Map<String, String> config(String policy, Map<String, String> more) {
        Map<String, String> config = new HashMap<>(more);
        config.put(CLEANUP_POLICY_CONFIG, policy);
        config.put(COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES));
        return Map.copyOf(config);
    }
}
