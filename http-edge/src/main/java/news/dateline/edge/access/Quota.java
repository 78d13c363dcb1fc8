package news.dateline.edge.access;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests a key may send.
 *
 * @param requests so many
 * @param window in so long
 */
record Quota(int requests, Duration window) {
    private static final Pattern FORMAT = Pattern.compile("([1-9][0-9]{0,8})/([smh])");

    /** Reads {@code 600/m}: a number for each second, minute or hour. */
    static Quota parse(String text) {
        Matcher matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the quota must be a number and /s, /m or /h, such as 600/m");
        }
        Duration window =
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(1);
                    case "m" -> Duration.ofMinutes(1);
                    default -> Duration.ofHours(1);
                };
        return new Quota(Integer.parseInt(matcher.group(1)), window);
    }
}
