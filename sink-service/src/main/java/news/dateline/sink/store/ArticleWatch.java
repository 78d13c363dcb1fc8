package news.dateline.sink.store;

import java.util.List;
import news.dateline.EnrichedArticle;

/** Knows which saved searches an article matches. Asked by the writers, in their transactions; thread-safe. */
public interface ArticleWatch {
    /** Ids of the saved searches that match. */
    List<String> searchesFor(EnrichedArticle article);
}
