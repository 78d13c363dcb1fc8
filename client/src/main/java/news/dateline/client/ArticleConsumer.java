package news.dateline.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.EnrichedArticle;
import news.dateline.schemas.topics.Topic;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import news.dateline.schemas.wire.RegistryOutage;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the enriched articles and hands each to an {@link ArticleHandler}. It goes on where its group left off: the place
 * behind an article is committed after the handler has returned, so nothing is lost and the last may come twice. A new
 * group begins with the oldest record that the topic keeps, which is every article in its newest version.
 *
 * <p>Whoever makes it calls {@link #run()} on a thread of its own and ends it with {@link #close()} from any other. Several
 * consumers of one group share the articles among them; one article always goes to the same one.
 */
public final class ArticleConsumer implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Consumer<String, byte[]> kafka;
    private final Topic<String, EnrichedArticle> topic;
    private final ArticleHandler handler;
    private volatile boolean closed;

    /**
     * A consumer that has not begun yet.
     *
     * @param kafka settings of a Kafka consumer: {@code bootstrap.servers} and {@code group.id}, and security where the
     *     cluster wants it; offsets are committed here, whatever {@code enable.auto.commit} says
     * @param serdes wire format of the topic
     */
    public ArticleConsumer(Map<String, Object> kafka, AvroSerdes serdes, ArticleHandler handler) {
        this(client(kafka), serdes, handler);
    }

    ArticleConsumer(Consumer<String, byte[]> kafka, AvroSerdes serdes, ArticleHandler handler) {
        this.kafka = kafka;
        this.topic = Topics.in(serdes).enriched();
        this.handler = handler;
    }

    private static Consumer<String, byte[]> client(Map<String, Object> given) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        settings.putAll(given);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Reads until {@link #close()}, then leaves the group. May be called once. A schema registry that does not answer is
     * waited for.
     *
     * @throws UnreadableArticleException if a record is no enriched article; it stays the next to be read
     * @throws RuntimeException what the handler throws; its article stays the next to be read
     */
    public void run() {
        try (kafka) {
            kafka.subscribe(List.of(topic.name()));
            while (!closed) {
                hand(kafka.poll(POLL));
            }
        } catch (WakeupException e) {
            if (!closed) {
                throw e;
            }
        } finally {
            topic.value().close();
        }
    }

    /** Ends {@link #run()} after the article that the handler has in hand. Idempotent. */
    @Override
    public void close() {
        closed = true;
        kafka.wakeup();
    }

    private void hand(ConsumerRecords<String, byte[]> records) {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        boolean outage = false;
        try {
            for (ConsumerRecord<String, byte[]> record : records) {
                EnrichedArticle article = read(record);
                if (article != null) {
                    hand(article);
                }
                done.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
                if (closed) {
                    return;
                }
            }
        } catch (OutageException e) {
            outage = true;
        } finally {
            commit(done);
        }
        if (outage) {
            waitAndReadAgain(records, done);
        }
    }

    /** Null for a record without value, which says nothing that the kill before it did not say. */
    private EnrichedArticle read(ConsumerRecord<String, byte[]> record) {
        try {
            return topic.value().deserializer().deserialize(record.topic(), record.headers(), record.value());
        } catch (RuntimeException e) {
            if (RegistryOutage.caused(e)) {
                throw new OutageException(e);
            }
            throw new UnreadableArticleException(record.topic() + "-" + record.partition() + "@" + record.offset(), e);
        }
    }

    private void hand(EnrichedArticle article) {
        switch (article.getStatus()) {
            case canceled -> handler.onKill(Kill.of(article));
            case withheld -> handler.onWithheld(article);
            case usable -> {
                if (article.getVersion() == 1) {
                    handler.onArticle(article);
                } else {
                    handler.onCorrection(article);
                }
            }
        }
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> done) {
        if (done.isEmpty()) {
            return;
        }
        try {
            kafka.commitSync(done);
        } catch (WakeupException e) {
            kafka.commitSync(done); // closing must not cost the place
            throw e;
        } catch (CommitFailedException | RebalanceInProgressException e) {
            // Another member has the partition now and hands out again what was handled here: at least once.
            return;
        }
    }

    /** Stays in the group meanwhile: a poll of paused partitions brings no records. */
    private void waitAndReadAgain(
            ConsumerRecords<String, byte[]> records, Map<TopicPartition, OffsetAndMetadata> done) {
        for (TopicPartition partition : records.partitions()) {
            if (kafka.assignment().contains(partition)) {
                OffsetAndMetadata next = done.get(partition);
                kafka.seek(
                        partition,
                        next == null ? records.records(partition).get(0).offset() : next.offset());
            }
        }
        kafka.pause(kafka.assignment());
        kafka.poll(PAUSE);
        kafka.resume(kafka.paused());
    }

    /** The registry does not answer; the record itself may be good. */
    private static final class OutageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutageException(Throwable cause) {
            super(cause);
        }
    }
}
