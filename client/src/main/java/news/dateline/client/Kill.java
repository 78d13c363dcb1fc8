package news.dateline.client;

import java.time.Instant;
import news.dateline.EnrichedArticle;

/**
 * What is left of an article that was killed.
 *
 * @param id id of the article
 * @param version number of the kill among the article's versions
 * @param reason why, null if nobody said
 * @param at when it was killed
 */
public record Kill(String id, int version, String reason, Instant at) {
    static Kill of(EnrichedArticle article) {
        Instant at = article.getKilledAt() == null ? article.getReceivedAt() : article.getKilledAt();
        return new Kill(article.getId(), article.getVersion(), article.getReason(), at);
    }
}
