package news.dateline.sink.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** Table dead_letters as the reader of the topic writes it. */
final class DeadLetterRows {
    // What fails of an article that is killed keeps no content, whichever of the two comes first.
    private static final String ADD = """
            INSERT INTO dead_letters (id, topic, partition, record_offset, service, error_class, message, failed_at,
                article_id, record_key, record_value, header_names, header_values, size_bytes, state, changed_at)
            SELECT told.id, told.topic, told.partition, told.record_offset, told.service, told.error_class,
                told.message, told.failed_at, told.article_id, told.record_key,
                CASE WHEN killed THEN NULL ELSE told.record_value END,
                CASE WHEN killed THEN '{}' ELSE told.header_names END,
                CASE WHEN killed THEN '{}' ELSE told.header_values END,
                told.size_bytes, CASE WHEN killed THEN 'erased' ELSE 'waiting' END, CASE WHEN killed THEN now() END
            FROM (VALUES (?, ?, ?, ?::int8, ?, ?, ?, ?::timestamptz, ?, ?::bytea, ?::bytea, ?::text[], ?::bytea[], ?))
                AS told (id, topic, partition, record_offset, service, error_class, message, failed_at, article_id,
                    record_key, record_value, header_names, header_values, size_bytes),
                LATERAL (SELECT EXISTS (SELECT FROM kills WHERE kills.article_id = told.article_id)
                    AND NOT EXISTS (SELECT FROM articles WHERE articles.id = told.article_id) AS killed) AS article
            ON CONFLICT (id) DO NOTHING
            """;
    private static final String ERASE = """
            UPDATE dead_letters
            SET record_value = NULL, header_names = '{}', header_values = '{}', state = 'erased', changed_at = now()
            WHERE article_id = ANY (?::text[]) AND state <> 'erased'
            """;
    private static final String LOCK = """
            SELECT pg_advisory_xact_lock(hashtextextended(id, 4)) FROM (
                SELECT DISTINCT id FROM unnest(?::text[]) AS told (id) ORDER BY id) AS locks
            """;

    private DeadLetterRows() {}

    /** Holds kills of these articles and failures of the same apart until the transaction ends. */
    static void lock(Connection connection, Collection<String> articles) throws SQLException {
        if (!articles.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
                Column.bind(statement, List.of(Column.<String>text(id -> id)), List.copyOf(articles));
                statement.executeQuery().close();
            }
        }
    }

    static void add(Connection connection, List<FailedRecord> records) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            for (FailedRecord record : records) {
                bind(statement, record);
                statement.executeUpdate(); // not as a batch: a value may have 8 MiB
            }
        }
    }

    /** Takes the content of everything that failed of these articles. */
    static void erase(Connection connection, List<String> articles) throws SQLException {
        Column.execute(connection, ERASE, List.of(Column.<String>text(id -> id)), articles);
    }

    private static void bind(PreparedStatement statement, FailedRecord record) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setString(1, record.id());
        statement.setString(2, record.letter().topic());
        statement.setInt(3, record.letter().partition());
        statement.setLong(4, record.letter().offset());
        statement.setString(5, record.letter().service());
        statement.setString(6, record.letter().errorClass());
        statement.setString(7, record.letter().message());
        statement.setObject(8, record.letter().time().atOffset(ZoneOffset.UTC));
        statement.setString(9, record.articleId());
        statement.setBytes(10, record.key());
        statement.setBytes(11, record.value());
        String[] names = record.headers().stream()
                .map(header -> header.key().replace('\0', '\uFFFD'))
                .toArray(String[]::new);
        statement.setArray(12, connection.createArrayOf("text", names));
        byte[][] values =
                record.headers().stream().map(header -> header.value()).toArray(byte[][]::new);
        statement.setArray(13, connection.createArrayOf("bytea", values));
        statement.setInt(14, record.value() == null ? 0 : record.value().length);
    }
}
