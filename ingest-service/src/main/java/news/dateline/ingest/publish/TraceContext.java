package news.dateline.ingest.publish;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** W3C Trace Context, version 00 of {@code traceparent}. */
public final class TraceContext {
    private static final Pattern VALID =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceContext() {}

    /** The sender's context if it is valid, else the beginning of a new one. */
    public static String continued(String traceparent) {
        return traceparent != null && VALID.matcher(traceparent).matches() ? traceparent : begun();
    }

    /** The beginning of a new context. */
    public static String begun() {
        byte[] ids = new byte[24];
        ThreadLocalRandom.current().nextBytes(ids);
        ids[0] |= 1; // an id of zeros alone is invalid
        ids[16] |= 1;
        HexFormat hex = HexFormat.of();
        return "00-" + hex.formatHex(ids, 0, 16) + "-" + hex.formatHex(ids, 16, 24) + "-00";
    }
}
