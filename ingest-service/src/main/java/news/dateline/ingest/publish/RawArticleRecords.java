package news.dateline.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import news.dateline.RawArticle;
import news.dateline.schemas.topics.EventHeaders;
import news.dateline.schemas.topics.Topic;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** An article as a record of the raw topic, with its CloudEvents headers. Thread-safe. */
@Singleton
public final class RawArticleRecords {
    private final Topic<String, RawArticle> topic;

    RawArticleRecords(
            @Property(name = "dateline.serde") String serde,
            @Property(name = "schema.registry.url", defaultValue = "") String registryUrl) {
        this.topic = Topics.in(AvroSerdes.of(serde, registryUrl, false)).raw();
    }

    /**
     * The record of an article or kill.
     *
     * @param traceparent W3C trace context of the request
     * @throws org.apache.kafka.common.KafkaException if the schema registry does not answer
     */
    public ProducerRecord<byte[], byte[]> of(RawArticle article, String traceparent) {
        Headers headers = new RecordHeaders();
        EventHeaders.putReceived(headers, "ingest-service", article);
        EventHeaders.set(headers, EventHeaders.TRACEPARENT, traceparent);
        return new ProducerRecord<>(
                topic.name(), null, article.getId().getBytes(UTF_8), Sending.value(topic, headers, article), headers);
    }
}
