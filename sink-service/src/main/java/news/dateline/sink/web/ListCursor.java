package news.dateline.sink.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.dateline.edge.Problems.badRequest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * Where a page of a list ended: the sort keys of its last row. The next page begins behind them, whatever came in
 * meanwhile.
 *
 * @param key first sort key, as text
 * @param id last sort key, unique
 */
public record ListCursor(String key, String id) {
    private static final String WRONG = "cursor must be the 'next' of an answer to the same request";

    /** The opaque text for a caller. */
    public String write() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((key + '\n' + id).getBytes(UTF_8));
    }

    /**
     * Reads a caller's cursor.
     *
     * @return null where none is given
     * @throws org.zalando.problem.ThrowableProblem 400, if it is none
     */
    public static ListCursor read(String text) {
        if (text == null) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\n", 2);
            if (parts.length == 2 && parts[1].indexOf(0) < 0) {
                return new ListCursor(parts[0], parts[1]);
            }
        } catch (IllegalArgumentException e) {
            // answered below
        }
        throw badRequest(WRONG);
    }

    /** The first sort key as a time. */
    public Instant time() {
        try {
            Instant time = Instant.parse(key);
            if (time.isAfter(Instant.parse("-4000-01-01T00:00:00Z"))
                    && time.isBefore(Instant.parse("+200000-01-01T00:00:00Z"))) {
                return time;
            }
        } catch (DateTimeException e) {
            // answered below
        }
        throw badRequest(WRONG);
    }

    /** The first sort key as a number. */
    public double number() {
        try {
            double number = Double.parseDouble(key);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below
        }
        throw badRequest(WRONG);
    }
}
