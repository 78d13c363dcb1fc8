package news.dateline.ingest.subscriptions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.Feed;
import news.dateline.RawArticle;
import news.dateline.SeenItem;

/**
 * What is new in a feed's document, found item by item from the oldest on. An item whose page does not answer is
 * published with what the feed says of it, and its page is asked for again at the next polls. Used once, by one thread.
 */
final class News {
    /** A page that did not answer so often is given up. */
    static final int MOST_TRIES = 6;

    private final boolean wantsPages;
    private final FullText fullText;
    private final Map<Long, SeenItem> seen = new HashMap<>();
    private final List<RawArticle> fresh = new ArrayList<>();
    private final List<SeenItem> known = new ArrayList<>();
    private int pagesLeft;
    private boolean more;
    private boolean pageDue;

    /**
     * @param pagesLeft most pages to fetch
     */
    News(Feed feed, int pagesLeft, FullText fullText) {
        this.wantsPages = feed.getFullText();
        this.pagesLeft = pagesLeft;
        this.fullText = fullText;
        feed.getSeen().forEach(item -> seen.put(item.getItem(), item));
    }

    /** The articles to publish, the oldest first. */
    List<RawArticle> fresh() {
        return fresh;
    }

    /** What is to be remembered. */
    List<SeenItem> known() {
        return known;
    }

    /** Whether items were left for the next poll, since their pages are too many. */
    boolean isMoreLeft() {
        return more;
    }

    /** Whether a page must be asked for again. */
    boolean isPageDue() {
        return pageDue;
    }

    void take(RawArticle article, Boolean tdmReservation) throws InterruptedException {
        SeenItem now = ItemHash.of(article);
        SeenItem before = seen.get(now.getItem());
        boolean same = before != null && before.getContent() == now.getContent();
        boolean again = same && wantsPages && before.getPageTries() > 0;
        if (same && !again) {
            known.add(now);
            return;
        }
        article.setTdmReservation(tdmReservation);
        if (!wantsPages) {
            fresh.add(article);
            known.add(now);
        } else if (pagesLeft > 0) {
            pagesLeft--;
            complete(article, now, again ? before.getPageTries() : 0);
        } else if (again) {
            pageDue = true;
            known.add(before);
        } else {
            more = true;
        }
    }

    private void complete(RawArticle article, SeenItem item, int triesBefore) throws InterruptedException {
        FullText.Completed completed = fullText.complete(article);
        boolean titled =
                !completed.article().getHeadline().equals(completed.article().getUrl());
        boolean news = triesBefore == 0 || !completed.article().equals(article);
        if (titled && news) {
            fresh.add(completed.article());
        }
        if (completed.later() && triesBefore + 1 < MOST_TRIES) {
            item.setPageTries(triesBefore + 1);
            pageDue = true;
        }
        known.add(item);
    }
}
