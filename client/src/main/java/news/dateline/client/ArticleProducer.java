package news.dateline.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.schemas.article.ArticleId;
import news.dateline.schemas.article.ArticleRules;
import news.dateline.schemas.json.ArticleJson;
import news.dateline.schemas.topics.EventHeaders;
import news.dateline.schemas.topics.Topic;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts articles onto the raw topic without HTTP: with the ids that the HTTP door would give them, under the rules that it
 * holds them to, and kept once all in-sync replicas have them. Thread-safe; owns its Kafka producer, so whoever makes it
 * closes it.
 */
public final class ArticleProducer implements AutoCloseable {
    private final String name;
    private final Producer<String, RawArticle> kafka;
    private final Topic<String, RawArticle> topic;
    private final Clock clock;

    /**
     * A producer.
     *
     * @param name who produces, as the events' {@code ce_source} tells it; letters, digits and hyphens
     * @param kafka settings of a Kafka producer: {@code bootstrap.servers}, and security where the cluster wants it
     * @param serdes wire format of the topic
     */
    public ArticleProducer(String name, Map<String, Object> kafka, AvroSerdes serdes) {
        this(name, client(kafka, serdes), serdes, Clock.systemUTC());
    }

    ArticleProducer(String name, Producer<String, RawArticle> kafka, AvroSerdes serdes, Clock clock) {
        this.name = name;
        this.kafka = kafka;
        this.topic = Topics.in(serdes).raw();
        this.clock = clock;
    }

    private static Producer<String, RawArticle> client(Map<String, Object> given, AvroSerdes serdes) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES);
        settings.putAll(given);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        Topic<String, RawArticle> raw = Topics.in(serdes).raw();
        return new KafkaProducer<>(settings, new StringSerializer(), raw.value().serializer());
    }

    /**
     * Sends an article or a correction of it. An id that is not set is computed of source and URI, URL or text; a time of
     * receipt that is not set is now.
     *
     * @return the article's id, once it is kept; fails with a {@link KafkaException} if it is not
     * @throws news.dateline.schemas.article.InvalidArticleException if it breaks a rule; the message says what to mend
     */
    public CompletableFuture<String> send(RawArticle.Builder article) {
        if (!article.hasReceivedAt()) {
            article.setReceivedAt(clock.instant());
        }
        boolean known = article.hasId();
        RawArticle built = (known ? article : article.setId("")).build();
        if (!known) {
            built.setId(ArticleId.of(built));
        }
        return publish(built);
    }

    /**
     * Sends an article given as the JSON that the HTTP door takes.
     *
     * @param defaultSource id of the source where the article names none and has no URL
     * @see #send(RawArticle.Builder)
     */
    public CompletableFuture<String> send(JsonNode article, String defaultSource) {
        return publish(ArticleJson.read(article, defaultSource, clock.instant()));
    }

    /**
     * Kills an article, known or not: what comes under its id is gone for every consumer.
     *
     * @param reason why, may be null
     */
    public CompletableFuture<String> kill(String id, String reason) {
        return publish(RawArticle.newBuilder()
                .setId(id)
                .setStatus(PubStatus.canceled)
                .setReason(reason)
                .setReceivedAt(clock.instant())
                .build());
    }

    /** Waits until all that was sent is kept or has failed. */
    @Override
    public void close() {
        kafka.close();
    }

    private CompletableFuture<String> publish(RawArticle article) {
        ArticleRules.check(article);
        ProducerRecord<String, RawArticle> record = new ProducerRecord<>(topic.name(), article.getId(), article);
        EventHeaders.putReceived(record.headers(), name, article);
        CompletableFuture<String> kept = new CompletableFuture<>();
        try {
            Future<?> unused = kafka.send(record, (metadata, error) -> {
                if (error == null) {
                    kept.complete(article.getId());
                } else {
                    kept.completeExceptionally(error);
                }
            });
        } catch (KafkaException e) {
            kept.completeExceptionally(e); // the value could not be serialized: the registry is away, for example
        }
        return kept;
    }
}
