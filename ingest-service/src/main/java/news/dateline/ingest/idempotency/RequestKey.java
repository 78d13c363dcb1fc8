package news.dateline.ingest.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import news.dateline.edge.Problems;

/** Digests of a request: its key, and its fingerprint, by which a different request under the same key is told. Pure. */
final class RequestKey {
    /** A structured-field string (RFC 9651) as the draft asks for, or the same without its quotes. */
    private static final Pattern VALID =
            Pattern.compile("\"[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255}\"|[\\x21\\x23-\\x7E]{1,255}");

    private static final int KEY_BYTES = 16;

    private RequestKey() {}

    /**
     * The key under which a sender's Idempotency-Key is kept: two senders may use the same one.
     *
     * @param sender name of the sender's API key
     * @param header value of the header
     * @throws org.zalando.problem.ThrowableProblem if the header is no valid key
     */
    static String of(String sender, String header) {
        if (!VALID.matcher(header).matches()) {
            throw Problems.badRequest("Idempotency-Key must be 1 to 255 visible ASCII characters without a space,"
                    + " in double quotes or without");
        }
        String bare = header.startsWith("\"") ? header.substring(1, header.length() - 1) : header;
        return text(Arrays.copyOf(digest(sender.getBytes(UTF_8), bare.getBytes(UTF_8)), KEY_BYTES));
    }

    /** A digest of everything that makes a request what it is. */
    static String fingerprint(String method, String pathAndQuery, String contentType, byte[] body) {
        return text(digest(method.getBytes(UTF_8), pathAndQuery.getBytes(UTF_8), contentType.getBytes(UTF_8), body));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256 of the parts, each preceded by its length, so that no two lists of parts run together. */
    private static byte[] digest(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha.update((part.length + ":").getBytes(UTF_8));
                sha.update(part);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
