package news.dateline.schemas.wire;

import java.io.IOException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads Avro's single-object encoding. The writer's schema is found by its fingerprint, among this version's and all
 * released ones at least. Thread-safe.
 */
final class SingleObjectDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    private final BinaryMessageDecoder<T> decoder;

    SingleObjectDeserializer(Class<T> type, SchemaStore schemas) {
        SpecificData model = SpecificData.getForClass(type);
        decoder = new BinaryMessageDecoder<>(model, model.getSchema(type), schemas);
    }

    @Override
    public T deserialize(String topic, byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return decoder.decode(bytes);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "A value of topic " + topic + " is not single-object Avro of a known schema: " + e.getMessage(), e);
        }
    }
}
