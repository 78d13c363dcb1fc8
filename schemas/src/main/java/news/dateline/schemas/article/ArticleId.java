package news.dateline.schemas.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;
import news.dateline.RawArticle;

/**
 * Gives an article its stable id: the same source and URI, or canonical URL, or, with neither, headline and body, give
 * the same id for ever. Ids are name-based UUIDs of version 8 with SHA-256 (RFC 9562, appendix B.2).
 */
public final class ArticleId {
    private static final Pattern OURS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Pattern WELL_FORMED = Pattern.compile("[!-~]{1,200}");

    private ArticleId() {}

    /**
     * The id of an article.
     *
     * @throws InvalidArticleException if it has neither URI, URL nor text to be known by
     */
    public static String of(RawArticle article) {
        String source = article.getSource() == null ? "" : article.getSource().getId();
        if (article.getUri() != null) {
            return name("uri", source, article.getUri());
        }
        if (article.getUrl() != null) {
            return name("url", CanonicalUrl.of(article.getUrl()));
        }
        if (article.getHeadline() == null) {
            throw new InvalidArticleException("headline is missing");
        }
        return name("text", source, article.getHeadline(), article.getBody() == null ? "" : article.getBody());
    }

    /** Whether this is an id that Dateline gave. */
    public static boolean isOurs(String id) {
        return OURS.matcher(id).matches();
    }

    /** Whether this can be the id of an article: 1 to 200 printable ASCII characters without a space. */
    public static boolean isWellFormed(String id) {
        return WELL_FORMED.matcher(id).matches();
    }

    private static String name(String... parts) {
        MessageDigest sha256 = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(UTF_8);
            sha256.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            sha256.update(bytes);
        }
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
        long high = (digest.getLong() & ~0xF000L) | 0x8000L;
        long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
