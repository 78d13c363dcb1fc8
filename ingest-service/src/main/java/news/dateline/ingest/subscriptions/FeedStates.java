package news.dateline.ingest.subscriptions;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import news.dateline.Feed;
import news.dateline.FeedStatus;
import news.dateline.SeenItem;
import news.dateline.ingest.feeds.FeedPace;
import news.dateline.ingest.feeds.Rhythm;
import news.dateline.ingest.feeds.Schedule;

/** What becomes of a feed's record when it is put, and after each poll. Pure: makes new records, changes none. */
final class FeedStates {
    private static final int LEAST_REMEMBERED = 500;
    private static final int LONGEST_ERROR = 500;

    private FeedStates() {}

    /** A definition that replaces another or none. The state stays, but for what belongs to another address alone. */
    static Feed put(Feed old, String id, String url, Duration interval, boolean fullText, Instant definedAt) {
        Feed.Builder feed = old == null ? Feed.newBuilder() : Feed.newBuilder(old);
        feed.setId(id)
                .setUrl(url)
                .setInterval(interval.toString())
                .setFullText(fullText)
                .setDefinedAt(definedAt)
                .setStatus(FeedStatus.active)
                .setError(null)
                .setFailures(0)
                .setNextPoll(definedAt);
        if (old != null && (!old.getUrl().equals(url) || old.getFullText() != fullText)) {
            feed.setEtag(null).setLastModified(null);
        }
        if (old != null && !old.getUrl().equals(url)) {
            feed.setPermanentUrl(null);
        }
        return feed.build();
    }

    /** The state of one record under the definition of another, as far as it belongs to the same address. */
    static Feed redefined(Feed state, Feed definition) {
        if (!state.getUrl().equals(definition.getUrl())) {
            return definition;
        }
        boolean same = state.getFullText() == definition.getFullText();
        return Feed.newBuilder(state)
                .setInterval(definition.getInterval())
                .setFullText(definition.getFullText())
                .setDefinedAt(definition.getDefinedAt())
                .setEtag(same ? state.getEtag() : null)
                .setLastModified(same ? state.getLastModified() : null)
                .setNextPoll(definition.getNextPoll())
                .build();
    }

    /** The record after a poll. */
    static Feed after(Feed feed, Visit visit, Instant now, Schedule schedule) {
        if (visit instanceof Visit.Failed failed) {
            return failed(Feed.newBuilder(feed), failed.reason(), failed.retryAfter(), now, schedule);
        }
        if (visit instanceof Visit.Gone) {
            return Feed.newBuilder(feed)
                    .setStatus(FeedStatus.gone)
                    .setError("the server says that the feed is gone for good (410)")
                    .setNextPoll(null)
                    .build();
        }
        if (visit instanceof Visit.Same same) {
            return succeeded(Feed.newBuilder(feed), now)
                    .setPermanentUrl(permanent(feed, same.permanentUrl()))
                    .setNextPoll(schedule.afterSuccess(
                            now,
                            interval(feed),
                            pace(feed),
                            same.maxAge(),
                            rhythm(feed).usualGap()))
                    .build();
        }
        return read(feed, (Visit.Read) visit, now, schedule);
    }

    private static Feed read(Feed feed, Visit.Read read, Instant now, Schedule schedule) {
        Rhythm rhythm = read.fresh().isEmpty() ? rhythm(feed) : rhythm(feed).news(now);
        Feed.Builder next = Feed.newBuilder(feed)
                .setTitle(read.title() == null ? feed.getTitle() : read.title())
                .setPermanentUrl(permanent(feed, read.permanentUrl()))
                .setItemsSeen(feed.getItemsSeen() + read.fresh().size())
                .setLastItem(rhythm.lastNews())
                .setUsualGap(millis(rhythm.usualGap()))
                .setLongestGap(millis(rhythm.longestGap()))
                .setWishedInterval(millis(read.pace().atLeast()))
                .setSkipHours(read.pace().skipHours().stream().sorted().toList())
                .setSkipDays(read.pace().skipDays().stream()
                        .map(DayOfWeek::getValue)
                        .sorted()
                        .toList())
                .setSeen(seen(feed, read));
        if (read.incomplete() != null) {
            // What was missing must be fetched anew: no conditional request.
            return failed(next.setEtag(null).setLastModified(null), read.incomplete(), null, now, schedule);
        }
        succeeded(next, now);
        if (read.more()) {
            return next.setEtag(null).setLastModified(null).setNextPoll(now).build();
        }
        return next.setEtag(read.etag())
                .setLastModified(read.lastModified())
                .setNextPoll(schedule.afterSuccess(now, interval(feed), read.pace(), read.maxAge(), rhythm.usualGap()))
                .build();
    }

    private static Feed.Builder succeeded(Feed.Builder feed, Instant now) {
        return feed.setLastSuccess(now).setError(null).setFailures(0).setStatus(FeedStatus.active);
    }

    private static Feed failed(Feed.Builder feed, String reason, Duration retryAfter, Instant now, Schedule schedule) {
        int failures = feed.getFailures() + 1;
        return feed.setFailures(failures)
                .setError(reason.length() > LONGEST_ERROR ? reason.substring(0, LONGEST_ERROR) : reason)
                .setNextPoll(schedule.afterFailure(now, Duration.parse(feed.getInterval()), failures, retryAfter))
                .build();
    }

    /**
     * Checks what a record must have to be polled.
     *
     * @throws IllegalArgumentException if its address is none
     * @throws java.time.DateTimeException if its interval is none
     */
    static void check(Feed feed) {
        if (URI.create(FeedVisitor.address(feed)).getRawAuthority() == null) {
            throw new IllegalArgumentException("the address names no host");
        }
        interval(feed);
    }

    static Rhythm rhythm(Feed feed) {
        return new Rhythm(feed.getLastItem(), duration(feed.getUsualGap()), duration(feed.getLongestGap()));
    }

    private static FeedPace pace(Feed feed) {
        return new FeedPace(
                duration(feed.getWishedInterval()),
                Set.copyOf(feed.getSkipHours()),
                feed.getSkipDays().stream().map(DayOfWeek::of).collect(Collectors.toSet()));
    }

    static Duration interval(Feed feed) {
        return Duration.parse(feed.getInterval());
    }

    private static String permanent(Feed feed, String found) {
        return found == null ? feed.getPermanentUrl() : found;
    }

    /** What is remembered: all of the newest document, then what was remembered before, up to a bound. */
    private static List<SeenItem> seen(Feed feed, Visit.Read read) {
        Map<Long, SeenItem> kept = new LinkedHashMap<>();
        read.known().forEach(item -> kept.put(item.getItem(), item));
        int most = Math.max(LEAST_REMEMBERED, 2 * kept.size());
        for (SeenItem old : feed.getSeen()) {
            if (kept.size() >= most) {
                break;
            }
            kept.putIfAbsent(old.getItem(), old);
        }
        return new ArrayList<>(kept.values());
    }

    private static Long millis(Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static Duration duration(Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }
}
