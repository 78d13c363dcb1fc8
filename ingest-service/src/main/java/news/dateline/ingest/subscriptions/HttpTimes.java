package news.dateline.ingest.subscriptions;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.ingest.fetch.Answer;

/** Times that HTTP headers state (RFC 9110, RFC 9111). */
final class HttpTimes {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,9})");

    private HttpTimes() {}

    /** How long the server wants to be left alone, or {@code null}. */
    static Duration retryAfter(Answer answer, Instant now) {
        String said = answer.header("retry-after");
        if (said == null) {
            return null;
        }
        String value = said.strip();
        if (SECONDS.matcher(value).matches()) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return until.isAfter(now) ? Duration.between(now, until) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** How long the answer is fresh, or {@code null}. */
    static Duration maxAge(Answer answer) {
        String said = answer.header("cache-control");
        Matcher maxAge = MAX_AGE.matcher(said == null ? "" : said);
        return maxAge.find() ? Duration.ofSeconds(Long.parseLong(maxAge.group(1))) : null;
    }
}
