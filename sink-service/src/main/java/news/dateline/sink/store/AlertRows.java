package news.dateline.sink.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;

/** Table alerts as the writers of articles see it. */
final class AlertRows {
    private static final String ADD = """
            INSERT INTO alerts (search_id, article_id, version, event, state)
            SELECT told.search_id, told.article_id, told.version,
                CASE WHEN EXISTS (SELECT FROM alerts AS a
                    WHERE a.search_id = told.search_id AND a.article_id = told.article_id AND a.event <> 'kill')
                THEN 'correction' ELSE 'article' END,
                CASE WHEN s.webhook IS NULL THEN 'none' ELSE 'waiting' END
            FROM unnest(?::text[], ?::text[], ?::int4[]) AS told (search_id, article_id, version)
            JOIN saved_searches AS s ON s.id = told.search_id AND NOT s.deleted
            ON CONFLICT (search_id, article_id, version) DO NOTHING
            """;
    private static final List<Column<Match>> COLUMNS = List.of(
            Column.text(Match::searchId),
            Column.text(m -> m.article.getId()),
            Column.integer(m -> m.article.getVersion()));

    // Whoever was told of the article is told of its kill; what is not told yet never is.
    private static final String KILL = """
            WITH killed AS (SELECT * FROM unnest(?::text[], ?::int4[]) AS kill (article_id, version)),
            untold AS (
                DELETE FROM alerts AS a USING killed AS k
                WHERE a.article_id = k.article_id AND a.version < k.version AND a.state = 'waiting' AND a.event <> 'kill'
            )
            INSERT INTO alerts (search_id, article_id, version, event, state)
            SELECT DISTINCT a.search_id, k.article_id, k.version, 'kill',
                CASE WHEN s.webhook IS NULL THEN 'none' ELSE 'waiting' END
            FROM killed AS k
            JOIN alerts AS a ON a.article_id = k.article_id AND a.version < k.version
                AND (a.state <> 'waiting' OR a.attempts > 0)
            JOIN saved_searches AS s ON s.id = a.search_id AND NOT s.deleted
            ON CONFLICT (search_id, article_id, version) DO NOTHING
            """;
    private static final List<Column<EnrichedArticle>> KEY =
            List.of(Column.text(EnrichedArticle::getId), Column.integer(EnrichedArticle::getVersion));

    private AlertRows() {}

    private record Match(String searchId, EnrichedArticle article) {}

    static void match(Connection connection, ArticleWatch watch, List<EnrichedArticle> articles) throws SQLException {
        List<Match> matches = new ArrayList<>();
        for (EnrichedArticle article : articles) {
            if (article.getStatus() == PubStatus.usable) {
                for (String search : watch.searchesFor(article)) {
                    matches.add(new Match(search, article));
                }
            }
        }
        if (!matches.isEmpty()) {
            Column.execute(connection, ADD, COLUMNS, matches);
        }
    }

    static void kill(Connection connection, List<EnrichedArticle> kills) throws SQLException {
        Column.execute(connection, KILL, KEY, kills);
    }
}
