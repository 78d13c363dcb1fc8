package news.dateline.enrich.versions;

import java.time.Instant;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.schemas.article.PublicationTime;

/** Decides what a raw article is beside what is known of it: a new version, or nothing new. Pure and thread-safe. */
public final class Versioning {
    private Versioning() {}

    /**
     * The state after this article.
     *
     * @param known what is known of the article, null if nothing
     * @return null if the article changes nothing: a repeat, a kill of what is killed, or news of a killed article that
     *     does not revive it
     */
    public static ArticleState next(ArticleState known, RawArticle article) {
        int version = known == null ? 1 : known.getVersion() + 1;
        boolean killed = known != null && known.getKilledAt() != null;
        if (article.getStatus() == PubStatus.canceled) {
            return killed ? null : new ArticleState(version, ContentHash.none(), article.getReceivedAt());
        }
        if (killed && !revives(article, known.getKilledAt())) {
            return null;
        }
        ContentHash content = ContentHash.of(article);
        boolean repeat = known != null && !killed && content.equalTo(known.getContent());
        return repeat ? null : new ArticleState(version, content.bytes(), null);
    }

    /** A killed article comes back only if it says so in so many words and is newer than the kill. */
    private static boolean revives(RawArticle article, Instant killedAt) {
        return article.getStatus() == PubStatus.usable
                && (article.getUpdatedAt() == null
                        || PublicationTime.instant(article.getUpdatedAt()).isAfter(killedAt));
    }
}
