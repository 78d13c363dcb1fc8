package news.dateline.enrich.versions;

import news.dateline.Changes;
import news.dateline.RawArticle;

/**
 * A version of an article that goes out.
 *
 * @param article the article, or its kill
 * @param state what is known of it now
 * @param changes what it changes in the version before, null if there is none to compare with
 */
public record NewVersion(RawArticle article, ArticleState state, Changes changes) {}
