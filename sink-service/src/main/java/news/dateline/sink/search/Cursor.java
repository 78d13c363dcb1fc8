package news.dateline.sink.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.dateline.edge.Problems.badRequest;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Where an answer ended: the sort keys of its last article. The next answer begins behind them, whatever came in
 * meanwhile. It is good for its own query alone; the limit may change.
 *
 * @param rank how well the article matched, 0 where the order is by time
 * @param shownAt its time, to the microsecond
 * @param id its id
 */
record Cursor(float rank, Instant shownAt, String id) {
    private static final Pattern ID = Pattern.compile("[!-~]{1,200}");
    private static final Instant EARLIEST = Instant.parse("-4000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+200000-01-01T00:00:00Z");

    /** The opaque text for a caller. */
    String write(SearchQuery query) {
        byte[] name = id.getBytes(UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 + 8 + 4 + name.length);
        bytes.putInt(fingerprint(query));
        bytes.putFloat(rank);
        bytes.putLong(shownAt.getEpochSecond());
        bytes.putInt(shownAt.getNano());
        bytes.put(name);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * Reads a caller's cursor.
     *
     * @throws org.zalando.problem.ThrowableProblem 400, if it is none, or one of another query
     */
    static Cursor read(String text, SearchQuery query) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            int fingerprint = bytes.getInt();
            float rank = bytes.getFloat();
            Instant shownAt = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
            String id = UTF_8.decode(bytes).toString();
            if (fingerprint == fingerprint(query)) {
                if (Float.isFinite(rank)
                        && ID.matcher(id).matches()
                        && shownAt.isAfter(EARLIEST)
                        && shownAt.isBefore(LATEST)) {
                    return new Cursor(rank, shownAt, id);
                }
            }
        } catch (IllegalArgumentException
                | BufferUnderflowException
                | ArithmeticException
                | java.time.DateTimeException e) {
            // answered below: a caller cannot mend an opaque text by its parts
        }
        throw badRequest("cursor must be the 'next' of an answer to the same query");
    }

    SearchQuery appliedTo(SearchQuery q) {
        return new SearchQuery(
                q.q(),
                q.entity(),
                q.topic(),
                q.source(),
                q.language(),
                q.from(),
                q.to(),
                q.story(),
                q.order(),
                q.limit(),
                this);
    }

    private static int fingerprint(SearchQuery q) {
        Object[] parts = {q.q(), q.entity(), q.topic(), q.source(), q.language(), q.from(), q.to(), q.story(), q.order()
        };
        CRC32C crc = new CRC32C();
        for (Object part : parts) {
            crc.update((Objects.toString(part, "") + '\0').getBytes(UTF_8));
        }
        return (int) crc.getValue();
    }
}
