package news.dateline.enrich.versions;

import java.time.Instant;
import news.dateline.PubStatus;
import news.dateline.RawArticle;

/**
 * What an embargo holds back. A correction that says nothing of an embargo stands under the one of the version that is
 * held; to lift it, a correction must give a time that has passed. A kill is never held. Pure and thread-safe.
 */
public final class Embargo {
    private Embargo() {}

    /** The arrival with the embargo that it stands under. */
    public static RawArticle inherited(RawArticle article, RawArticle held) {
        boolean silent = held != null && article.getEmbargoed() == null && article.getStatus() != PubStatus.canceled;
        return silent
                ? RawArticle.newBuilder(article)
                        .setEmbargoed(held.getEmbargoed())
                        .build()
                : article;
    }

    /** Whether an article must not go out yet. */
    public static boolean holds(RawArticle article, Instant now) {
        return article.getStatus() != PubStatus.canceled
                && article.getEmbargoed() != null
                && article.getEmbargoed().isAfter(now);
    }
}
