package news.dateline.sink.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import news.dateline.EnrichedArticle;
import news.dateline.TopicTag;

/** Table article_topics. */
final class ArticleTopics {
    private static final String CLEAR = "DELETE FROM article_topics WHERE article_id = ANY (?::text[])";
    private static final String ADD = """
            INSERT INTO article_topics (article_id, code, position, name, score, classifier)
            SELECT * FROM unnest(?::text[], ?::text[], ?::int4[], ?::text[], ?::float8[], ?::text[])
            ON CONFLICT (article_id, code) DO NOTHING
            """;
    private static final List<Column<Row>> COLUMNS = List.of(
            Column.text(Row::articleId),
            Column.text(r -> r.tag.getCode()),
            Column.integer(Row::position),
            Column.text(r -> r.tag.getName()),
            Column.number(r -> r.tag.getScore()),
            Column.text(r -> r.tag.getClassifier()));

    private ArticleTopics() {}

    private record Row(String articleId, int position, TopicTag tag) {}

    static void replace(Connection connection, List<EnrichedArticle> articles) throws SQLException {
        List<EnrichedArticle> later =
                articles.stream().filter(a -> a.getVersion() > 1).toList();
        Column.execute(connection, CLEAR, List.of(Column.text(EnrichedArticle::getId)), later);
        List<Row> rows = new ArrayList<>();
        for (EnrichedArticle article : articles) {
            int position = 1;
            for (TopicTag tag : article.getTopics()) {
                rows.add(new Row(article.getId(), position++, tag));
            }
        }
        Column.execute(connection, ADD, COLUMNS, rows);
    }
}
