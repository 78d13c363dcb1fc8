package news.dateline.sink.store;

import java.sql.SQLException;
import java.util.List;
import news.dateline.EnrichedArticle;

/** Knows which saved searches an article matches. Asked by the writers, in their transactions; thread-safe. */
public interface ArticleWatch {
    /**
     * Ids of the saved searches that match.
     *
     * @throws SQLException if the saved searches cannot be read
     */
    List<String> searchesFor(EnrichedArticle article) throws SQLException;
}
