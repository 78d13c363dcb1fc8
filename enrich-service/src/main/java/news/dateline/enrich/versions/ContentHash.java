package news.dateline.enrich.versions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Set;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import org.apache.avro.Schema;

/**
 * Tells whether two articles say the same: the first 16 bytes of the SHA-256 of all that a reader sees. When it came in
 * and when the publisher last touched it are no content.
 */
final class ContentHash {
    private static final int BYTES = 16;
    private static final Set<String> NO_CONTENT = Set.of("id", "receivedAt", "updatedAt", "publisherVersion");

    private final ByteBuffer hash;

    private ContentHash(ByteBuffer hash) {
        this.hash = hash;
    }

    /** A field that is not there counts for nothing, so that a new field of the schema leaves old hashes as they are. */
    static ContentHash of(RawArticle article) {
        MessageDigest sha256 = sha256();
        for (Schema.Field field : article.getSchema().getFields()) {
            Object value = article.get(field.pos());
            boolean empty = value == null || value instanceof Collection<?> list && list.isEmpty();
            if (!empty && isContent(field.name()) && value != PubStatus.usable) {
                sha256.update((field.name() + "=" + value + "\0").getBytes(UTF_8));
            }
        }
        return new ContentHash(ByteBuffer.wrap(sha256.digest(), 0, BYTES).slice());
    }

    /** Whether a field is something that a reader sees. */
    static boolean isContent(String field) {
        return !NO_CONTENT.contains(field);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
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
