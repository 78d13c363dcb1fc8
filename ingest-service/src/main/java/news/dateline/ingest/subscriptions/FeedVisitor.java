package news.dateline.ingest.subscriptions;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import news.dateline.Feed;
import news.dateline.ingest.articles.ArticleReader.Origin;
import news.dateline.ingest.articles.FeedArticles;
import news.dateline.ingest.articles.ReadItem;
import news.dateline.ingest.feeds.FeedDocument;
import news.dateline.ingest.feeds.FeedItem;
import news.dateline.ingest.feeds.FeedReader;
import news.dateline.ingest.feeds.NotAFeedException;
import news.dateline.ingest.fetch.Answer;
import news.dateline.ingest.fetch.FetchException;
import news.dateline.ingest.fetch.Fetcher;
import news.dateline.ingest.fetch.HostGate;
import news.dateline.ingest.fetch.Query;

/**
 * Asks a feed once: fetches it, reads it, finds what is new, and completes that where full texts are wanted. Writes
 * nothing. Thread-safe.
 */
final class FeedVisitor {
    private static final String ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, "
            + "application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1";
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Fetcher fetcher;
    private final HostGate gate;
    private final FullText fullText;
    private final FeedsSettings settings;
    private final Clock clock;
    private final FeedReader reader = new FeedReader();

    FeedVisitor(Fetcher fetcher, HostGate gate, FullText fullText, FeedsSettings settings, Clock clock) {
        this.fetcher = fetcher;
        this.gate = gate;
        this.fullText = fullText;
        this.settings = settings;
        this.clock = clock;
    }

    /** The address that a feed is fetched from. */
    static String address(Feed feed) {
        return feed.getPermanentUrl() == null ? feed.getUrl() : feed.getPermanentUrl();
    }

    /** The host of that address, to which {@link HostGate} gives one request at a time. */
    static String host(Feed feed) {
        return URI.create(address(feed)).getRawAuthority();
    }

    /**
     * Asks the feed.
     *
     * @param feed the feed; the caller has entered its host's gate, which is left as soon as the answer is there
     */
    Visit visit(Feed feed) throws InterruptedException {
        try {
            Answer answer;
            try {
                answer = fetcher.fetch(new Query(address(feed), ACCEPT, feed.getEtag(), feed.getLastModified()));
            } finally {
                gate.leave(host(feed), null);
            }
            return judged(feed, answer);
        } catch (FetchException e) {
            return new Visit.Failed(e.getMessage(), null);
        }
    }

    private Visit judged(Feed feed, Answer answer) throws InterruptedException {
        return switch (answer.status()) {
            case 200 -> read(feed, answer);
            case 304 -> new Visit.Same(HttpTimes.maxAge(answer), answer.permanentUrl());
            case 410 -> new Visit.Gone();
            default ->
                new Visit.Failed(
                        "the server answers with HTTP " + answer.status(),
                        HttpTimes.retryAfter(answer, clock.instant()));
        };
    }

    private Visit read(Feed feed, Answer answer) throws InterruptedException {
        FeedDocument document;
        try {
            document = reader.read(answer.body(), answer.charset(), answer.url());
        } catch (NotAFeedException e) {
            return new Visit.Failed(answer.cut() == null ? e.getMessage() : answer.cut(), null);
        }
        String incomplete = answer.cut();
        if (incomplete == null && !document.whole()) {
            incomplete = "the document ends before its end";
        }
        boolean index = document.kind() == FeedDocument.Kind.SITEMAP_INDEX;
        if (index) {
            List<FeedItem> items = new ArrayList<>();
            String missing = parts(document, items);
            incomplete = incomplete == null ? missing : incomplete;
            document = new FeedDocument(
                    FeedDocument.Kind.SITEMAP, null, null, document.pace(), items, List.of(), document.whole());
        }
        News news = news(feed, feed.getFullText() ? titled(document) : document, answer);
        boolean whole = !index && !news.isPageDue(); // only then may the next answer be "not modified"
        return new Visit.Read(
                document.title(),
                news.fresh(),
                news.known(),
                news.isMoreLeft(),
                incomplete,
                whole ? answer.header("etag") : null,
                whole ? answer.header("last-modified") : null,
                document.pace(),
                HttpTimes.maxAge(answer),
                answer.permanentUrl());
    }

    /** Reads the newest sitemaps of an index; answers why one could not be read, or {@code null}. */
    private String parts(FeedDocument index, List<FeedItem> items) throws InterruptedException {
        String missing = null;
        for (String url :
                index.parts().stream().limit(settings.sitemapsPerPoll()).toList()) {
            try {
                String host = fetcher.rules().check(url).getRawAuthority();
                if (!gate.enter(host, LONGEST_WAIT)) {
                    return "the host " + host + " is busy";
                }
                Answer answer;
                try {
                    answer = fetcher.fetch(Query.of(url, ACCEPT));
                } finally {
                    gate.leave(host, null);
                }
                if (answer.status() == 200) {
                    FeedDocument part = reader.read(answer.body(), answer.charset(), answer.url());
                    part.items().stream()
                            .limit(FeedReader.MAX_ITEMS - items.size())
                            .forEach(items::add);
                } else {
                    missing = "sitemap " + url + ": HTTP " + answer.status();
                }
            } catch (FetchException | NotAFeedException e) {
                missing = "sitemap " + url + ": " + e.getMessage();
            }
        }
        return missing;
    }

    private News news(Feed feed, FeedDocument document, Answer answer) throws InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        News news = new News(feed, settings.pagesPerPoll(), fullText);
        List<ReadItem> items = new ArrayList<>(FeedArticles.of(document, new Origin(null, answer.url(), null, now)));
        Collections.reverse(items); // feeds begin with the newest
        for (ReadItem item : items) {
            if (item instanceof ReadItem.Article read) {
                news.take(read.article(), answer.tdmReservation());
            }
        }
        return news;
    }

    /** Entries of sitemaps have a title only in the news extension; the page will tell the others'. */
    private static FeedDocument titled(FeedDocument document) {
        if (document.kind() != FeedDocument.Kind.SITEMAP) {
            return document;
        }
        List<FeedItem> items = document.items().stream()
                .map(item -> item.title() != null ? item : item.titled(item.link()))
                .toList();
        return new FeedDocument(
                document.kind(), null, null, document.pace(), items, document.parts(), document.whole());
    }
}
