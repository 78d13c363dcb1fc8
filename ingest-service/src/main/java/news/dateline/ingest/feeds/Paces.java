package news.dateline.ingest.feeds;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Reads how often a feed wants to be asked. */
final class Paces {
    private static final int LONGEST_DAYS = 31;

    private Paces() {}

    static FeedPace of(Element channel) {
        Duration ttl = minutes(Vocabulary.CORE.text(channel, "ttl"));
        Duration period = period(
                Vocabulary.SYNDICATION.text(channel, "updatePeriod"),
                Vocabulary.SYNDICATION.text(channel, "updateFrequency"));
        return new FeedPace(ttl != null ? ttl : period, hours(channel), days(channel));
    }

    private static Duration minutes(String ttl) {
        int minutes = number(ttl);
        return minutes <= 0 ? null : Duration.ofMinutes(Math.min(minutes, LONGEST_DAYS * 24 * 60));
    }

    private static Duration period(String period, String frequency) {
        if (period == null) {
            return null;
        }
        Duration whole =
                switch (period.toLowerCase(Locale.ROOT)) {
                    case "hourly" -> Duration.ofHours(1);
                    case "daily" -> Duration.ofDays(1);
                    case "weekly" -> Duration.ofDays(7);
                    case "monthly", "yearly" -> Duration.ofDays(LONGEST_DAYS);
                    default -> null;
                };
        return whole == null ? null : whole.dividedBy(Math.max(1, number(frequency)));
    }

    private static Set<Integer> hours(Element channel) {
        Set<Integer> hours = new HashSet<>();
        Element skip = Vocabulary.CORE.child(channel, "skipHours");
        if (skip != null) {
            for (Element hour : Vocabulary.CORE.children(skip, "hour")) {
                int number = number(hour.text());
                if (number >= 0 && number <= 24) {
                    hours.add(number % 24); // RSS 0.91 counts from 1 to 24
                }
            }
        }
        return hours;
    }

    private static Set<DayOfWeek> days(Element channel) {
        Set<DayOfWeek> days = new HashSet<>();
        Element skip = Vocabulary.CORE.child(channel, "skipDays");
        if (skip != null) {
            for (Element day : Vocabulary.CORE.children(skip, "day")) {
                for (DayOfWeek each : DayOfWeek.values()) {
                    if (each.name().equalsIgnoreCase(day.text().strip())) {
                        days.add(each);
                    }
                }
            }
        }
        return days;
    }

    private static int number(String text) {
        return text != null && text.strip().matches("\\d{1,7}") ? Integer.parseInt(text.strip()) : -1;
    }
}
