package news.dateline.enrich.versions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import news.dateline.RawArticle;
import news.dateline.schemas.wire.ReleasedSchemas;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.MissingSchemaException;

/**
 * Keeps the version that went out last small: the article in Avro's single-object encoding, deflated (RFC 1950). An
 * article of 700 words takes about 2 KB. Thread-safe.
 */
final class FormerVersion {
    private static final BinaryMessageDecoder<RawArticle> DECODER = decoder();

    private FormerVersion() {}

    static ByteBuffer write(RawArticle article) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            ByteBuffer bytes = article.toByteBuffer();
            deflater.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written", e);
        }
        return ByteBuffer.wrap(packed.toByteArray());
    }

    /** The article; null if there is none, or it was kept with a schema that is not known any more. */
    static RawArticle read(ByteBuffer packed) {
        if (!packed.hasRemaining()) {
            return null;
        }
        byte[] bytes = new byte[packed.remaining()];
        packed.duplicate().get(bytes);
        try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return DECODER.decode(inflater);
        } catch (MissingSchemaException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("The former version in the state store is damaged", e);
        }
    }

    private static BinaryMessageDecoder<RawArticle> decoder() {
        BinaryMessageDecoder<RawArticle> decoder = RawArticle.getDecoder();
        for (String version : ReleasedSchemas.versions()) {
            Schema released = ReleasedSchemas.find(version, "RawArticle");
            if (released != null) {
                decoder.addSchema(released);
            }
        }
        return decoder;
    }
}
