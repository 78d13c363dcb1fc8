package news.dateline.ingest.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.configuration.kafka.config.KafkaDefaultConfiguration;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import news.dateline.Feed;
import news.dateline.RawArticle;
import news.dateline.ingest.publish.Producers;
import news.dateline.ingest.publish.RawArticleRecords;
import news.dateline.ingest.publish.Sending;
import news.dateline.schemas.topics.EventHeaders;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes the Kafka clients of the subscriptions, and the records that they write and read. Thread-safe. */
@Singleton
final class FeedClients {
    /** What a crash leaves open holds readers of the raw topic up for no longer than this. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(15);

    private final KafkaDefaultConfiguration kafka;
    private final Producers producers;
    private final RawArticleRecords articles;
    private final FeedsSettings settings;
    private final Topics topics;

    FeedClients(
            KafkaDefaultConfiguration kafka,
            Producers producers,
            RawArticleRecords articles,
            FeedsSettings settings,
            @Property(name = "dateline.serde") String serde,
            @Property(name = "schema.registry.url", defaultValue = "") String registryUrl) {
        this.kafka = kafka;
        this.producers = producers;
        this.articles = articles;
        this.settings = settings;
        this.topics = Topics.in(AvroSerdes.of(serde, registryUrl, false));
    }

    /** A consumer that reads the topic by itself. */
    KafkaConsumer<byte[], byte[]> reader() {
        return new KafkaConsumer<>(consumerSettings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer that is a member of the group, for its partitions' sake alone. */
    KafkaConsumer<byte[], byte[]> member() {
        Properties config = consumerSettings();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        if (!"consumer".equalsIgnoreCase(config.getProperty(ConsumerConfig.GROUP_PROTOCOL_CONFIG))) {
            config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
            // After a crash another instance takes the feeds over so much later; transactions keep a zombie harmless.
            config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
            config.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        }
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Properties consumerSettings() {
        Properties config = new Properties();
        config.putAll(kafka.getConfig());
        config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000); // sees soon that its topic is there
        return config;
    }

    /** A producer of definitions. */
    Producer<byte[], byte[]> producer() {
        return producers.plain("dateline-subscriptions");
    }

    /** The producer of a partition's feeds: making transactions with it fences every earlier one. */
    Producer<byte[], byte[]> transactional(int partition) {
        return producers.transactional(settings.group() + "-" + partition, LONGEST_TRANSACTION);
    }

    /**
     * The record of a feed; with {@code null} its tombstone.
     *
     * @throws org.apache.kafka.common.KafkaException if the schema registry does not answer
     */
    ProducerRecord<byte[], byte[]> record(String id, Feed feed, Instant now) {
        Headers headers = new RecordHeaders();
        String type = feed == null ? "news.dateline.feed.deleted" : "news.dateline.feed.changed";
        EventHeaders.put(headers, "ingest-service", type, UUID.randomUUID().toString(), id, now);
        byte[] value = feed == null ? null : Sending.value(topics.feeds(), headers, feed);
        return new ProducerRecord<>(Topics.FEEDS, null, id.getBytes(UTF_8), value, headers);
    }

    /** The record of an article. */
    ProducerRecord<byte[], byte[]> record(RawArticle article, String traceparent) {
        return articles.of(article, traceparent);
    }

    /** A feed as it was read. */
    Feed feed(byte[] value) {
        return value == null ? null : topics.feeds().value().deserializer().deserialize(Topics.FEEDS, value);
    }
}
