package news.dateline.sink.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import news.dateline.EnrichedArticle;
import news.dateline.schemas.json.ArticleJson;

/** Table article_versions. A version that is stored already stays as it is. */
final class Versions {
    private static final String ADD = """
            INSERT INTO article_versions (article_id, version, received_at, article)
            SELECT id, version, received_at, article::json
            FROM unnest(?::text[], ?::int4[], ?::timestamptz[], ?::text[]) AS told (id, version, received_at, article)
            ON CONFLICT (article_id, version) DO NOTHING
            """;
    private static final List<Column<EnrichedArticle>> COLUMNS = List.of(
            Column.text(EnrichedArticle::getId),
            Column.integer(EnrichedArticle::getVersion),
            Column.time(EnrichedArticle::getReceivedAt),
            Column.text(ArticleJson::write));

    private Versions() {}

    static void write(Connection connection, List<EnrichedArticle> versions) throws SQLException {
        Column.execute(connection, ADD, COLUMNS, versions);
    }
}
