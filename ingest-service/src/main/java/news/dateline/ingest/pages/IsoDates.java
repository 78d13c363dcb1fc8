package news.dateline.ingest.pages;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * Brings the dates of a page's metadata to ISO 8601: date, time to the second and offset where time and zone are known,
 * otherwise the bare date. Understands ISO 8601 with its usual slips, epoch numbers and, through {@link DateScanner},
 * RFC 1123 and written dates. Stateless.
 */
final class IsoDates {
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendOffsetId()
            .toFormatter(Locale.ROOT);
    private static final long EARLIEST_EPOCH = 600_000_000L;
    private static final long LATEST_EPOCH = 7_000_000_000L;

    private IsoDates() {}

    /** The date that the text says, or {@code null}. */
    static String of(String text, DayOrder order) {
        if (text == null || text.isBlank() || text.length() > 120) {
            return null;
        }
        String bare = text.strip();
        String epoch = epoch(bare);
        if (epoch != null) {
            return epoch;
        }
        String iso = iso(bare);
        if (iso != null) {
            return iso;
        }
        LineDates line = DateScanner.scan(bare, order);
        return line.publishedAt() != null ? line.publishedAt() : line.updatedAt();
    }

    static boolean hasTime(String date) {
        return date != null && date.length() > 10;
    }

    private static String epoch(String text) {
        if (text.length() < 9 || text.length() > 13 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        long number = Long.parseLong(text);
        long seconds = text.length() >= 12 ? number / 1000 : number;
        return seconds < EARLIEST_EPOCH || seconds > LATEST_EPOCH
                ? null
                : Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).format(INSTANT);
    }

    /** {@code 2025-09-09}, {@code 20250909}, {@code 2025-09-09T14:05:00.000+0200} and their like. */
    private static String iso(String text) {
        boolean dashed = text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        int end = dashed ? 10 : 8;
        if (text.length() < end) {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, dashed ? 5 : 4, 2);
        int day = digits(text, dashed ? 8 : 6, 2);
        boolean whole = text.length() == end || "Tt ".indexOf(text.charAt(end)) >= 0;
        if (year < 1900 || year > 2199 || month < 1 || day < 1 || !whole) {
            return null;
        }
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return time(date, text, end + 1);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String time(LocalDate date, String text, int from) {
        int hour = digits(text, from, 2);
        int minute = digits(text, from + 3, 2);
        if (hour < 0 || minute < 0) {
            return date.toString();
        }
        int at = from + 5;
        int second = 0;
        if (at < text.length() && text.charAt(at) == ':') {
            second = Math.max(0, digits(text, at + 1, 2));
            at += 3;
        }
        while (at < text.length()
                && (text.charAt(at) == '.' || text.charAt(at) == ',' || Character.isDigit(text.charAt(at)))) {
            at++;
        }
        ZoneOffset offset = offset(text.substring(Math.min(at, text.length())).strip());
        LocalTime time = LocalTime.of(hour, minute, Math.min(second, 59));
        return offset == null
                ? date.toString()
                : OffsetDateTime.of(date, time, offset).format(INSTANT);
    }

    private static ZoneOffset offset(String zone) {
        String upper = zone.toUpperCase(Locale.ROOT);
        if (upper.equals("Z") || upper.equals("UTC") || upper.equals("GMT")) {
            return ZoneOffset.UTC;
        }
        if (zone.isEmpty() || (zone.charAt(0) != '+' && zone.charAt(0) != '-')) {
            return null;
        }
        int hours = digits(zone, 1, 2);
        int minutes = Math.max(0, digits(zone, zone.indexOf(':') == 3 ? 4 : 3, 2));
        if (hours < 0 || hours > 14 || minutes > 59) {
            return null;
        }
        int total = Math.min(18 * 3600, hours * 3600 + minutes * 60);
        return ZoneOffset.ofTotalSeconds(zone.charAt(0) == '-' ? -total : total);
    }

    private static int digits(String text, int from, int count) {
        if (from < 0 || from + count > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + count; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }
}
