package news.dateline.schemas.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as publishers give them: an ISO-8601 instant with offset, or a bare date where only the date is known. */
public final class PublicationTime {
    private static final int DATE_LENGTH = "2025-09-09".length();

    private PublicationTime() {}

    /**
     * The instant that a publication time stands for; a bare date is its midnight UTC.
     *
     * @throws InvalidArticleException if it is neither an instant with offset nor a date, or lies outside the years 1
     *     to 9999
     */
    public static Instant instant(String time) {
        try {
            OffsetDateTime read = time.length() == DATE_LENGTH
                    ? LocalDate.parse(time).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(time);
            if (read.getYear() >= 1 && read.getYear() <= 9999) {
                return read.toInstant();
            }
        } catch (DateTimeException e) {
            // answered below: the parser's own words would not help the sender
        }
        throw new InvalidArticleException("'" + abbreviated(time)
                + "' is neither an ISO-8601 date (2025-09-09) nor an instant with offset (2025-09-09T08:30:00+05:00)");
    }

    private static String abbreviated(String time) {
        return time.length() > 60 ? time.substring(0, 60) + "…" : time;
    }
}
