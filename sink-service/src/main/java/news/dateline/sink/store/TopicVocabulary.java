package news.dateline.sink.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/** Loads {@code sink/medtop.tsv}, the IPTC Media Topics, into tables topics and topic_ancestors whenever it changes. */
final class TopicVocabulary implements JavaMigration {
    private static final String RESOURCE = "/sink/medtop.tsv";

    private static final List<Column<String[]>> COLUMNS = List.of(
            Column.text(row -> row[0]),
            Column.text(row -> row[1].isEmpty() ? null : row[1]),
            Column.text(row -> row[2]));

    private static final String EMPTY = "TRUNCATE topics, topic_ancestors";
    private static final String LOAD =
            "INSERT INTO topics (code, broader, name) SELECT * FROM unnest(?::text[], ?::text[], ?::text[])";
    private static final String CLOSE = """
            WITH RECURSIVE chain (code, ancestor) AS (
                SELECT code, code FROM topics
                UNION
                SELECT chain.code, topics.broader
                FROM chain JOIN topics ON topics.code = chain.ancestor
                WHERE topics.broader IS NOT NULL
            )
            INSERT INTO topic_ancestors (code, ancestor) SELECT code, ancestor FROM chain
            """;

    private final String text = read();

    @Override
    public MigrationVersion getVersion() {
        return null; // repeatable: runs again when the checksum changes
    }

    @Override
    public String getDescription() {
        return "IPTC Media Topics";
    }

    @Override
    public Integer getChecksum() {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(UTF_8));
        return (int) crc.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        List<String[]> rows = text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", 3))
                .toList();
        try (Statement statement = connection.createStatement()) {
            statement.execute(EMPTY);
            Column.execute(connection, LOAD, COLUMNS, rows);
            statement.execute(CLOSE);
        }
    }

    private static String read() {
        try (InputStream in = TopicVocabulary.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }
}
