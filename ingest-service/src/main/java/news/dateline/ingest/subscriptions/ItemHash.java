package news.dateline.ingest.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import news.dateline.RawArticle;
import news.dateline.SeenItem;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Tells an item that was seen from a new or changed one: 64 bits of SHA-256 of its article id, and of its content as
 * the feed gives it. Dates are no content: many feeds stamp every item with the time of the request.
 */
final class ItemHash {
    private ItemHash() {}

    static SeenItem of(RawArticle article) {
        RawArticle content = RawArticle.newBuilder(article)
                .setPublishedAt(null)
                .setUpdatedAt(null)
                .setReceivedAt(Instant.EPOCH)
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<>(RawArticle.class).write(content, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written", e);
        }
        return new SeenItem(hash(article.getId().getBytes(UTF_8)), hash(bytes.toByteArray()), 0);
    }

    private static long hash(byte[] bytes) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
