package news.dateline.enrich.topology;

import news.dateline.RawArticle;
import news.dateline.enrich.versions.ArticleState;

/** A raw article that is a new version, and what is known of it now. */
record VersionedArticle(RawArticle article, ArticleState state) {}
