package news.dateline.ingest.subscriptions;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import news.dateline.Media;
import news.dateline.RawArticle;
import news.dateline.ingest.fetch.Answer;
import news.dateline.ingest.fetch.FetchException;
import news.dateline.ingest.fetch.Fetcher;
import news.dateline.ingest.fetch.HostGate;
import news.dateline.ingest.fetch.Query;
import news.dateline.ingest.fetch.Robots;
import news.dateline.ingest.pages.HtmlPages;
import news.dateline.ingest.pages.PageArticle;
import news.dateline.schemas.article.ArticleRules;
import news.dateline.schemas.article.InvalidArticleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes an item with the text of the page that it links to, where robots.txt allows to fetch it. What the feed says
 * stays, what it leaves out is taken from the page; the body is the longer of the two. The id stays the item's, so that
 * the article is the same whether its page could be fetched or not. Thread-safe.
 */
final class FullText {
    private static final Logger LOG = LoggerFactory.getLogger(FullText.class);
    private static final String ACCEPT = "text/html, application/xhtml+xml, */*;q=0.1";
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Fetcher fetcher;
    private final Robots robots;
    private final HostGate gate;
    private final Duration pause;
    private final HtmlPages pages = new HtmlPages();

    FullText(Fetcher fetcher, Robots robots, HostGate gate, Duration pause) {
        this.fetcher = fetcher;
        this.robots = robots;
        this.gate = gate;
        this.pause = pause;
    }

    /**
     * An article as far as its page completed it.
     *
     * @param article the article; the one given where the page gives nothing
     * @param later whether the page may answer later: it was busy, unreachable or in trouble
     */
    record Completed(RawArticle article, boolean later) {}

    /** The article with its page's text, or as it was where the page gives none. */
    Completed complete(RawArticle article) throws InterruptedException {
        if (article.getUrl() == null) {
            return new Completed(article, false);
        }
        URI page;
        try {
            page = fetcher.rules().check(article.getUrl());
        } catch (FetchException e) {
            LOG.debug("event=page-refused article={} reason=\"{}\"", article.getId(), e.getMessage());
            return new Completed(article, false);
        }
        if (!gate.enter(page.getRawAuthority(), LONGEST_WAIT)) {
            return new Completed(article, true);
        }
        try {
            Answer answer = fetch(page);
            return answer == null ? new Completed(article, false) : completed(article, answer);
        } catch (FetchException e) {
            LOG.debug("event=page-not-fetched article={} reason=\"{}\"", article.getId(), e.getMessage());
            return new Completed(article, true);
        }
    }

    /** The answer, or {@code null} where robots.txt forbids to ask; leaves the host's gate, which is entered. */
    private Answer fetch(URI page) throws FetchException, InterruptedException {
        Duration wished = pause;
        try {
            if (!robots.allow(page)) {
                return null;
            }
            Duration asked = robots.delay(page);
            wished = asked != null && asked.compareTo(pause) > 0 ? asked : pause;
            return fetcher.fetch(Query.of(page.toString(), ACCEPT));
        } finally {
            gate.leave(page.getRawAuthority(), wished);
        }
    }

    private Completed completed(RawArticle article, Answer answer) {
        if (answer.status() != 200) {
            return new Completed(article, answer.status() == 429 || answer.status() >= 500);
        }
        List<PageArticle> found = pages.read(answer.body(), answer.charset(), answer.url());
        return new Completed(found.isEmpty() ? article : merged(article, found.get(0), answer.tdmReservation()), false);
    }

    static RawArticle merged(RawArticle article, PageArticle page, Boolean tdmReservation) {
        boolean untitled = article.getHeadline().equals(article.getUrl());
        boolean longer =
                page.body() != null && page.body().length() > article.getBody().length();
        RawArticle merged = RawArticle.newBuilder(article)
                .setHeadline(untitled && page.headline() != null ? page.headline() : article.getHeadline())
                .setStandfirst(article.getStandfirst().isEmpty() ? page.standfirst() : article.getStandfirst())
                .setByline(article.getByline().isEmpty() ? page.byline() : article.getByline())
                .setCredit(page.credit())
                .setDateline(page.dateline())
                .setPublishedAt(article.getPublishedAt() == null ? page.publishedAt() : article.getPublishedAt())
                .setUpdatedAt(article.getUpdatedAt() == null ? page.updatedAt() : article.getUpdatedAt())
                .setLanguage(article.getLanguage() == null ? page.language() : article.getLanguage())
                .setSection(article.getSection() == null ? page.section() : article.getSection())
                .setBody(longer ? page.body() : article.getBody())
                .setSubheads(longer ? page.subheads() : article.getSubheads())
                .setMedia(article.getMedia().isEmpty() ? media(page) : article.getMedia())
                .setTdmReservation(tdmReservation == null ? article.getTdmReservation() : tdmReservation)
                .build();
        try {
            ArticleRules.check(merged);
            return merged;
        } catch (InvalidArticleException e) {
            return article;
        }
    }

    private static List<Media> media(PageArticle page) {
        return page.media().stream()
                .map(each -> new Media(each.uri(), each.caption(), each.credit()))
                .toList();
    }
}
