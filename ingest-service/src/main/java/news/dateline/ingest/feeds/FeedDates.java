package news.dateline.ingest.feeds;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates of feeds: RFC 3339 and its looser forms (W3C-DTF), RFC 822 and 2822 with two-digit years, missing
 * week-days, zones by name, and the like of {@code Sep 9, 2025 8:30 PM EST}. A time without a known zone is no instant:
 * the date alone is kept. What is no date, or only stands for one (the epoch, the year 1), is {@code null}.
 */
final class FeedDates {
    private static final int LONGEST = 100;
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T ]+(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?\\s*(.*))?");
    private static final Pattern TIME =
            Pattern.compile("\\b(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*([ap]\\.?m\\b\\.?)?");
    private static final Pattern DAY_MONTH =
            Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]+(\\p{L}{3,})\\.?,?[\\s-]+(\\d{4}|\\d{2})\\b");
    private static final Pattern MONTH_DAY =
            Pattern.compile("\\b(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b");
    private static final Pattern OFFSET = Pattern.compile("(?:gmt|utc?)?\\s*([+-])(\\d{1,2}):?(\\d{2})?(?!\\d).*");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            entry("jan", 1),
            entry("feb", 2),
            entry("mar", 3),
            entry("apr", 4),
            entry("may", 5),
            entry("jun", 6),
            entry("jul", 7),
            entry("aug", 8),
            entry("sep", 9),
            entry("oct", 10),
            entry("nov", 11),
            entry("dec", 12),
            entry("mär", 3),
            entry("mai", 5),
            entry("okt", 10),
            entry("dez", 12),
            entry("fév", 2),
            entry("avr", 4),
            entry("aoû", 8),
            entry("déc", 12),
            entry("ene", 1),
            entry("abr", 4),
            entry("ago", 8),
            entry("dic", 12),
            entry("fev", 2),
            entry("out", 10),
            entry("set", 9),
            entry("gen", 1),
            entry("mag", 5),
            entry("giu", 6),
            entry("lug", 7),
            entry("ott", 10));
    /** RFC 822's zones, and the abbreviations that feeds of one region alone use. Hours and minutes as one number. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            entry("z", 0),
            entry("ut", 0),
            entry("utc", 0),
            entry("gmt", 0),
            entry("wet", 0),
            entry("est", -500),
            entry("edt", -400),
            entry("cst", -600),
            entry("cdt", -500),
            entry("mst", -700),
            entry("mdt", -600),
            entry("pst", -800),
            entry("pdt", -700),
            entry("akst", -900),
            entry("akdt", -800),
            entry("hst", -1000),
            entry("nst", -330),
            entry("ndt", -230),
            entry("cet", 100),
            entry("cest", 200),
            entry("met", 100),
            entry("mest", 200),
            entry("mez", 100),
            entry("mesz", 200),
            entry("bst", 100),
            entry("west", 100),
            entry("eet", 200),
            entry("eest", 300),
            entry("msk", 300),
            entry("sast", 200),
            entry("pkt", 500),
            entry("jst", 900),
            entry("kst", 900),
            entry("hkt", 800),
            entry("sgt", 800),
            entry("awst", 800),
            entry("aest", 1000),
            entry("aedt", 1100),
            entry("acst", 930),
            entry("nzst", 1200),
            entry("nzdt", 1300));

    private FeedDates() {}

    static String read(String given) {
        if (given == null || given.isBlank() || given.length() > LONGEST) {
            return null;
        }
        String text = given.strip().toLowerCase(Locale.ROOT);
        try {
            Matcher iso = ISO.matcher(text.toUpperCase(Locale.ROOT));
            return iso.matches() ? iso(iso) : spelled(text);
        } catch (DateTimeException e) {
            return null; // the 31st of February
        }
    }

    private static String iso(Matcher iso) {
        LocalDate date = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
        if (iso.group(4) == null) {
            return said(date, null, null);
        }
        return time(date, number(iso, 4), number(iso, 5), number(iso, 6), zone(iso.group(7)));
    }

    private static String spelled(String text) {
        LocalDate date = date(text);
        if (date == null) {
            return null;
        }
        Matcher time = TIME.matcher(text);
        if (!time.find()) {
            return said(date, null, null);
        }
        int hour = number(time, 1);
        if (time.group(4) != null) {
            hour = hour % 12 + (time.group(4).startsWith("p") ? 12 : 0);
        }
        return time(date, hour, number(time, 2), number(time, 3), zone(text.substring(time.end())));
    }

    private static LocalDate date(String text) {
        Matcher dayFirst = DAY_MONTH.matcher(text);
        if (dayFirst.find()) {
            Integer month = month(dayFirst.group(2));
            return month == null ? null : LocalDate.of(year(dayFirst.group(3)), month, number(dayFirst, 1));
        }
        Matcher monthFirst = MONTH_DAY.matcher(text);
        if (monthFirst.find()) {
            Integer month = month(monthFirst.group(1));
            return month == null ? null : LocalDate.of(year(monthFirst.group(3)), month, number(monthFirst, 2));
        }
        return null;
    }

    private static Integer month(String name) {
        String three = name.substring(0, 3);
        return three.equals("jui") ? Integer.valueOf(name.startsWith("juil") ? 7 : 6) : MONTHS.get(three);
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static String time(LocalDate date, int hour, int minute, int second, ZoneOffset zone) {
        boolean midnightAtEnd = hour == 24 && minute == 0;
        LocalTime time = LocalTime.of(midnightAtEnd ? 0 : hour, minute, Math.min(second, 59));
        return said(midnightAtEnd ? date.plusDays(1) : date, time, zone);
    }

    private static String said(LocalDate date, LocalTime time, ZoneOffset zone) {
        if (date.getYear() < 1900 || date.getYear() > 9998 || date.equals(LocalDate.EPOCH)) {
            return null;
        }
        return time == null || zone == null
                ? date.toString()
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.of(date, time, zone));
    }

    private static ZoneOffset zone(String given) {
        String zone = given == null ? "" : given.strip().toLowerCase(Locale.ROOT);
        Matcher offset = OFFSET.matcher(zone);
        if (offset.matches()) {
            int sign = offset.group(1).equals("-") ? -1 : 1;
            return ZoneOffset.ofHoursMinutes(sign * number(offset, 2), sign * number(offset, 3));
        }
        Integer known = ZONES.get(zone.replaceAll("[^a-z].*", ""));
        return known == null ? null : ZoneOffset.ofHoursMinutes(known / 100, known % 100);
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }
}
