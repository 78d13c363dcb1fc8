package news.dateline.ingest.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/**
 * Reads the dates of one line in the styles and languages of {@link Months}. A date without a year, a relative time and
 * an all-digit date whose order cannot be known give nothing: no date is invented. A time counts only with its zone.
 *
 * <p>Used once by one thread; walks the line's tokens from left to right.
 */
final class DateScanner {
    private static final int LONGEST_LINE = 240;
    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendOffsetId()
            .toFormatter(Locale.ROOT);

    private final List<DateToken> tokens;
    private final DayOrder order;
    private int at;
    private String published;
    private String updated;
    private boolean nextIsUpdate;
    private boolean labelled;
    private boolean relative;
    private int dates;
    private int other;
    private int start = -1;
    private LocalTime time;
    private String zone;

    private DateScanner(String line, DayOrder order) {
        this.tokens = DateToken.of(line);
        this.order = order == DayOrder.UNKNOWN ? hint() : order;
    }

    static LineDates scan(String line, DayOrder order) {
        return line.length() > LONGEST_LINE ? LineDates.NONE : new DateScanner(line, order).scan();
    }

    private DayOrder hint() {
        for (DateToken token : tokens) {
            switch (token.text()) {
                case "et", "edt", "est", "pdt", "pst", "cdt" -> {
                    return DayOrder.MONTH_FIRST;
                }
                case "gmt", "bst", "uhr", "ist", "pkt", "cet", "cest", "mez" -> {
                    return DayOrder.DAY_FIRST;
                }
                default -> {
                    continue;
                }
            }
        }
        return DayOrder.UNKNOWN;
    }

    private LineDates scan() {
        while (at < tokens.size()) {
            int before = at;
            LocalDate date = date();
            if (date != null || at > before) {
                mark(before);
                dates++;
                if (date != null) {
                    keep(date);
                }
            } else if (time()) {
                mark(before);
            } else {
                word(tokens.get(at++));
            }
        }
        boolean whole = other == 0 && (dates > 0 || relative || labelled);
        boolean label = labelled && other == 0 && dates == 0 && !relative;
        return new LineDates(published, updated, labelled, whole, label, start);
    }

    private void mark(int token) {
        if (start < 0) {
            start = tokens.get(token).start();
        }
    }

    private void word(DateToken token) {
        if (!token.isWord()) {
            other += token.kind() == 'n' && !nextIsUnit() ? 1 : 0;
            return;
        }
        String word = token.text();
        if (DateWords.UPDATED.contains(word) && !(word.equals("jour") && !previousIs("à"))) {
            labelled = true;
            nextIsUpdate = true;
            mark(at - 1);
        } else if (DateWords.PUBLISHED.contains(word)) {
            labelled = true;
            nextIsUpdate = false;
            mark(at - 1);
        } else if (isRelative(word)) {
            relative = true;
            mark(at - 1);
        } else if (!DateWords.FILLER.contains(word)
                && !DateWords.WEEKDAYS.contains(word)
                && !DateWords.UNITS.contains(word)
                && !DateWords.ZONES.containsKey(word)) {
            other++;
        }
    }

    private boolean previousIs(String word) {
        return at >= 2 && tokens.get(at - 2).text().equals(word);
    }

    private boolean nextIsUnit() {
        return at < tokens.size() && DateWords.UNITS.contains(tokens.get(at).text());
    }

    private boolean isRelative(String word) {
        if (!DateWords.RELATIVE.contains(word)) {
            return false;
        }
        return !word.equals("il")
                || (at < tokens.size() && tokens.get(at).text().equals("y"));
    }

    private void keep(LocalDate date) {
        if (time == null) {
            int here = at;
            skipToTime();
            if (!time()) {
                at = here;
            }
        }
        String iso = time != null && zone != null ? instant(date) : date.toString();
        time = null;
        zone = null;
        if (nextIsUpdate) {
            updated = updated == null ? iso : updated;
        } else {
            published = published == null ? iso : published;
        }
    }

    private String instant(LocalDate date) {
        try {
            ZoneId id = ZoneId.of(zone);
            return date.atTime(time).atZone(id).toOffsetDateTime().format(INSTANT);
        } catch (DateTimeException e) {
            return date.toString();
        }
    }

    private void skipToTime() {
        int end = Math.min(tokens.size(), at + 4);
        while (at < end
                && tokens.get(at).kind() != 'n'
                && (!tokens.get(at).isWord()
                        || DateWords.FILLER.contains(tokens.get(at).text())
                        || tokens.get(at).text().equals("t"))) {
            at++;
        }
    }

    /** A date at the current token. The position moves on; {@code null} with a moved position is a partial date. */
    private LocalDate date() {
        int first = number(at);
        int from = at;
        LocalDate date = null;
        if (first >= 1000 && first <= 2999) {
            date = yearFirst(first);
        } else if (first >= 1 && first <= 31) {
            date = dayFirst(first);
        } else if (month(at) > 0 && at + 1 < tokens.size()) {
            date = monthFirst();
        }
        if (date == null && !partial(from)) {
            at = from;
        }
        return date;
    }

    private boolean partial(int from) {
        return at > from;
    }

    private LocalDate yearFirst(int year) {
        String sign = text(at + 1);
        if (sign.equals("-") || sign.equals("/") || sign.equals(".") || sign.equals("年") || sign.equals("년")) {
            LocalDate date = build(year, number(at + 2), number(at + 4));
            if (date != null) {
                at += text(at + 5).equals("日") || text(at + 5).equals("일") ? 6 : 5;
            }
            return date;
        }
        return null;
    }

    private LocalDate dayFirst(int day) {
        int next = at + 1;
        if (isOrdinal(text(next))) {
            next++;
        }
        while (isJoin(text(next)) && next < at + 4) {
            next++;
        }
        int month = month(next);
        if (month > 0) {
            int end = next + monthWidth(next);
            while ((isJoin(text(end)) || text(end).equals(",")) && end < next + 6) {
                end++;
            }
            LocalDate date = build(number(end), month, day);
            at = date != null ? end + 1 : next + monthWidth(next);
            return date;
        }
        return numeric(day);
    }

    private LocalDate numeric(int first) {
        String sign = text(at + 1);
        boolean signs = (sign.equals(".") || sign.equals("/") || sign.equals("-")) && sign.equals(text(at + 3));
        int second = number(at + 2);
        int year = number(at + 4);
        if (!signs || second < 1 || year < 1900) {
            return null;
        }
        LocalDate date = null;
        if (first > 12 || order == DayOrder.DAY_FIRST || sign.equals(".") || first == second) {
            date = build(year, second, first);
        } else if (second > 12 || order == DayOrder.MONTH_FIRST) {
            date = build(year, first, second);
        }
        at += 5;
        return date;
    }

    private LocalDate monthFirst() {
        int month = month(at);
        int next = at + monthWidth(at);
        if (text(next).equals(".")) {
            next++;
        }
        int day = number(next);
        if (day < 1 || day > 31) {
            return null;
        }
        int end = next + 1;
        if (isOrdinal(text(end))) {
            end++;
        }
        while (text(end).equals(",") || text(end).equals(".")) {
            end++;
        }
        LocalDate date = build(number(end), month, day);
        at = date != null ? end + 1 : next + 1;
        return date;
    }

    private static LocalDate build(int year, int month, int day) {
        if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        return day > LocalDate.of(year, month, 1).lengthOfMonth() ? null : LocalDate.of(year, month, day);
    }

    /** A time at the current token, with its zone if one follows. */
    private boolean time() {
        int hour = number(at);
        String sign = text(at + 1);
        boolean clock = sign.equals(":")
                || sign.equals("h")
                || (sign.equals(".") && text(at + 2).length() == 2);
        int minute = number(at + 2);
        if (hour < 0 || hour > 23) {
            return false;
        }
        int end;
        if (clock && minute >= 0 && minute < 60) {
            end = at + 3;
            if (text(end).equals(":") && number(end + 1) >= 0) {
                end += 2;
            }
            if (text(end).equals(".") && number(end + 1) >= 0) {
                end += 2;
            }
        } else if (isHalfDay(at + 1) || text(at + 1).equals("uhr")) {
            end = at + 1;
            minute = 0;
        } else {
            return false;
        }
        int half = halfDay(end);
        if (half > 0) {
            hour = hour % 12 + (half == 2 ? 12 : 0);
            end += text(end).length() == 1 ? 4 : 1;
        }
        time = LocalTime.of(hour, minute);
        at = Math.min(end, tokens.size());
        zone();
        boolean unknownZone = zone == null
                && at == tokens.size() - 1
                && tokens.get(at).isWord()
                && text(at).length() <= 4
                && !DateWords.FILLER.contains(text(at))
                && month(at) == 0;
        at += unknownZone ? 1 : 0;
        return true;
    }

    private boolean isHalfDay(int i) {
        return halfDay(i) > 0;
    }

    /** 1 before noon, 2 after it, 0 unsaid; "a.m." is four tokens. */
    private int halfDay(int i) {
        String word = text(i);
        if (word.equals("am")
                || (word.equals("a") && text(i + 1).equals(".") && text(i + 2).equals("m"))) {
            return 1;
        }
        boolean pm = word.equals("pm")
                || (word.equals("p") && text(i + 1).equals(".") && text(i + 2).equals("m"));
        return pm ? 2 : 0;
    }

    private void zone() {
        int i = at;
        while (text(i).equals("(") || text(i).equals("uhr") || text(i).equals(",") || text(i).equals("h")) {
            i++;
        }
        String named = DateWords.ZONES.get(text(i));
        if (named != null) {
            zone = named;
            i++;
        }
        boolean sign = text(i).equals("+") || text(i).equals("-");
        int hours = number(i + 1);
        boolean shift = sign && hours >= 0 && (named == null || named.equals("Z"));
        if (shift && isOffset(i)) {
            boolean packed = text(i + 1).length() == 4;
            int minutes = packed ? hours % 100 : text(i + 2).equals(":") ? number(i + 3) : 0;
            int whole = packed ? hours / 100 : hours;
            if (whole <= 14 && minutes >= 0 && minutes < 60) {
                int total = (whole * 60 + minutes) * 60;
                zone = ZoneOffset.ofTotalSeconds(text(i).equals("-") ? -total : total)
                        .getId();
                i += packed || !text(i + 2).equals(":") ? 2 : 4;
            }
        }
        if (zone != null && i > at) {
            at = Math.min(text(i).equals(")") ? i + 1 : i, tokens.size());
        }
    }

    private boolean isOffset(int i) {
        return i + 1 < tokens.size()
                && tokens.get(i + 1).start() == tokens.get(i).start() + 1;
    }

    private static boolean isOrdinal(String text) {
        return switch (text) {
            case "st", "nd", "rd", "th", "er", "º", "ª", "°", "." -> true;
            default -> false;
        };
    }

    private static boolean isJoin(String text) {
        return switch (text) {
            case "de", "del", "of", "di", "do", "da", "-", "/", ".", "ning", "من" -> true;
            default -> false;
        };
    }

    private int month(int i) {
        if (i >= tokens.size() || !tokens.get(i).isWord()) {
            return 0;
        }
        int two = Months.of(text(i) + "-" + text(i + 1));
        return two > 0 ? two : Months.of(text(i));
    }

    private int monthWidth(int i) {
        return Months.of(text(i) + "-" + text(i + 1)) > 0 ? 2 : 1;
    }

    private String text(int i) {
        return i < tokens.size() ? tokens.get(i).text() : "";
    }

    private int number(int i) {
        return i < tokens.size() ? tokens.get(i).number() : -1;
    }
}
