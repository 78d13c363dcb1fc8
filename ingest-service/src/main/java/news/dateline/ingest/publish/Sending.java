package news.dateline.ingest.publish;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import news.dateline.schemas.topics.Topic;
import news.dateline.schemas.wire.RegistryOutage;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;

/** How records are made and sent, so that each failure reaches whoever waits. Thread-safe. */
public final class Sending {
    private Sending() {}

    /** Sends; the future completes when every in-sync replica has the record. */
    public static <K, V> CompletableFuture<RecordMetadata> send(Producer<K, V> producer, ProducerRecord<K, V> record) {
        CompletableFuture<RecordMetadata> stored = new CompletableFuture<>();
        try {
            Future<RecordMetadata> unused = producer.send(record, (metadata, error) -> {
                if (error == null) {
                    stored.complete(metadata);
                } else {
                    stored.completeExceptionally(error);
                }
            });
        } catch (KafkaException e) {
            stored.completeExceptionally(e);
        } catch (IllegalStateException e) {
            // The producer is closed before the last requests are answered.
            stored.completeExceptionally(new KafkaException("The service is stopping", e));
        }
        return stored;
    }

    /**
     * The bytes of a record's value.
     *
     * @throws KafkaException if the schema registry does not answer
     */
    public static <V> byte[] value(Topic<?, V> topic, Headers headers, V value) {
        try {
            return topic.value().serializer().serialize(topic.name(), headers, value);
        } catch (RuntimeException e) {
            throw RegistryOutage.caused(e) ? new KafkaException("The schema registry does not answer", e) : e;
        }
    }
}
