package news.dateline.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import news.dateline.RawArticle;
import news.dateline.schemas.SampleRecords;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class AvroSerdesTest {
    private final Serde<RawArticle> serde = AvroSerdes.singleObject().of(RawArticle.class);

    @Test
    void singleObjectBytesCarryMagicAndFingerprint() {
        byte[] bytes = serde.serializer().serialize("t", SampleRecords.raw());
        assertThat(bytes).startsWith(0xC3, 0x01);
        long fingerprint =
                ByteBuffer.wrap(bytes, 2, 8).order(ByteOrder.LITTLE_ENDIAN).getLong();
        assertThat(fingerprint).isEqualTo(SchemaNormalization.parsingFingerprint64(RawArticle.getClassSchema()));
    }

    @Test
    void whatIsWrittenIsRead() {
        byte[] bytes = serde.serializer().serialize("t", SampleRecords.raw());
        assertThat(serde.deserializer().deserialize("t", bytes)).isEqualTo(SampleRecords.raw());
    }

    @Test
    void nullIsATombstone() {
        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void foreignBytesAreRefusedWithTheTopicsName() {
        byte[] cut = Arrays.copyOf(serde.serializer().serialize("t", SampleRecords.raw()), 40);
        for (byte[] bytes :
                new byte[][] {{}, {1, 2, 3}, "{\"headline\":\"x\"}".getBytes(StandardCharsets.UTF_8), cut}) {
            assertThatThrownBy(() -> serde.deserializer().deserialize("news.articles.raw.v1", bytes))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("news.articles.raw.v1");
        }
    }

    @Test
    void theSettingIsReadAndExplained() {
        assertThat(WireFormat.parse("single-object")).isEqualTo(WireFormat.SINGLE_OBJECT);
        assertThat(WireFormat.parse("Registry")).isEqualTo(WireFormat.REGISTRY);
        assertThatThrownBy(() -> WireFormat.parse("json")).hasMessageContaining("single-object");
        assertThatThrownBy(() -> AvroSerdes.of("registry", " ", false)).hasMessageContaining("schema.registry.url");
    }
}
