package news.dateline.schemas.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/** Writes Avro's single-object encoding: C3 01, the CRC-64-AVRO fingerprint of the schema, Avro binary. Thread-safe. */
final class SingleObjectSerializer<T extends SpecificRecord> implements Serializer<T> {
    private final BinaryMessageEncoder<T> encoder;

    SingleObjectSerializer(Class<T> type) {
        SpecificData model = SpecificData.getForClass(type);
        encoder = new BinaryMessageEncoder<>(model, model.getSchema(type));
    }

    @Override
    public byte[] serialize(String topic, T value) {
        if (value == null) {
            return null;
        }
        try {
            ByteBuffer encoded = encoder.encode(value);
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("A value for topic " + topic + " does not fit its Avro schema", e);
        }
    }
}
