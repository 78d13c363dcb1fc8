package news.dateline.enrich.versions;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Tells whether two articles say the same: the first 16 bytes of the SHA-256 of all that a reader sees. When it came in
 * and when the publisher last touched it are no content.
 */
final class ContentHash {
    private static final int BYTES = 16;

    private final ByteBuffer hash;

    private ContentHash(ByteBuffer hash) {
        this.hash = hash;
    }

    static ByteBuffer none() {
        return ByteBuffer.allocate(0);
    }

    static ContentHash of(RawArticle article) {
        RawArticle content = RawArticle.newBuilder(article)
                .setStatus(article.getStatus() == null ? PubStatus.usable : article.getStatus())
                .setReceivedAt(Instant.EPOCH)
                .setUpdatedAt(null)
                .build();
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            BinaryEncoder encoder = EncoderFactory.get()
                    .binaryEncoder(new DigestOutputStream(OutputStream.nullOutputStream(), sha256), null);
            new SpecificDatumWriter<>(RawArticle.class).write(content, encoder);
            encoder.flush();
            return new ContentHash(ByteBuffer.wrap(sha256.digest(), 0, BYTES).slice());
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written, so nothing can fail", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    ByteBuffer bytes() {
        return hash;
    }

    boolean equalTo(ByteBuffer other) {
        return hash.equals(other);
    }
}
