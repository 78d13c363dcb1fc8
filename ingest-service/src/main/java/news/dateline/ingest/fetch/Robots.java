package news.dateline.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What robots.txt allows (RFC 9309): where there is none, everything; where the server fails or does not answer,
 * nothing until it does. Answers are kept for a day, failures for some minutes. Thread-safe; one for a process.
 */
public final class Robots {
    private static final String NAME = "dateline";
    private static final int LARGEST = 500 * 1024;
    private static final int MOST_HOSTS = 2_000;
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration KEPT_FAILURE = Duration.ofMinutes(10);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private final Fetcher fetcher;
    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MOST_HOSTS;
        }
    };

    private record Known(BaseRobotRules rules, Instant until) {}

    /** Makes one that fetches with this fetcher, which stays its maker's. */
    public Robots(Fetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** Whether the page may be fetched. Fetches the host's robots.txt where it is not known. */
    public boolean allow(URI page) {
        return rules(page).isAllowed(page.toString());
    }

    /** The pause between two requests that the host asks for, or {@code null}. */
    public Duration delay(URI page) {
        long millis = rules(page).getCrawlDelay();
        if (millis == BaseRobotRules.UNSET_CRAWL_DELAY || millis <= 0) {
            return null;
        }
        return millis < LONGEST_DELAY.toMillis() ? Duration.ofMillis(millis) : LONGEST_DELAY;
    }

    private BaseRobotRules rules(URI page) {
        String origin = page.getScheme() + "://" + page.getRawAuthority();
        synchronized (known) {
            Known kept = known.get(origin);
            if (kept != null && kept.until.isAfter(clock.instant())) {
                return kept.rules;
            }
        }
        Known fresh = fetch(origin + "/robots.txt");
        synchronized (known) {
            known.put(origin, fresh);
        }
        return fresh.rules;
    }

    private Known fetch(String url) {
        try {
            Answer answer = fetcher.fetch(Query.of(url, "text/plain, */*;q=0.1"), LARGEST);
            if (answer.status() == 200) {
                return kept(
                        new SimpleRobotRulesParser().parseContent(url, answer.body(), "text/plain", Set.of(NAME)),
                        KEPT);
            }
            return answer.status() >= 500 || answer.status() == 429
                    ? kept(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), KEPT_FAILURE)
                    : kept(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), KEPT);
        } catch (FetchException e) {
            return kept(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), KEPT_FAILURE);
        }
    }

    private Known kept(BaseRobotRules rules, Duration time) {
        return new Known(rules, clock.instant().plus(time));
    }
}
