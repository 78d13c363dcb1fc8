package news.dateline.ingest.wires;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Times as IPTC's formats write them: ISO 8601, extended or basic, with offset, without, or a date alone. */
public final class WireTimes {
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .appendOptional(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendOptional(DateTimeFormatter.ofPattern("uuuuMMdd"))
            .optionalStart()
            .appendLiteral('T')
            .appendOptional(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOptional(DateTimeFormatter.ofPattern("HHmmss"))
            .appendOptional(DateTimeFormatter.ofPattern("HHmm"))
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private WireTimes() {}

    /**
     * The time as an article carries it: an instant with its offset, or a bare date where the offset is not said.
     *
     * @return null if nothing is said or it is no time
     */
    public static String publication(String time) {
        TemporalAccessor read = time == null ? null : parsed(time.strip());
        if (read instanceof OffsetDateTime instant) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant);
        }
        if (read instanceof LocalDateTime local) {
            return local.toLocalDate().toString();
        }
        return read == null ? null : read.toString();
    }

    /**
     * The end of an embargo; UTC where no offset is said.
     *
     * @throws UnreadableItemException if it is no time: an embargo must not be lost
     */
    public static Instant embargo(String time) {
        TemporalAccessor read = parsed(time.strip());
        if (read instanceof OffsetDateTime instant) {
            return instant.toInstant();
        }
        if (read instanceof LocalDateTime local) {
            return local.toInstant(ZoneOffset.UTC);
        }
        if (read instanceof LocalDate date) {
            return date.atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        throw new UnreadableItemException(
                "the embargo's end is no ISO 8601 time; the item is not taken lest the embargo be lost");
    }

    private static TemporalAccessor parsed(String time) {
        try {
            TemporalAccessor read = ISO.parseBest(time, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            int year = read.get(ChronoField.YEAR);
            return year >= 1 && year <= 9999 ? read : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
