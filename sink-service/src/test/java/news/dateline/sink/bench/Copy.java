package news.dateline.sink.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.dateline.embedded.RealStack;
import news.dateline.sink.RunningSink;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/** Copies rows that the store wrote into tables of the same form with the same indexes. */
final class Copy implements AutoCloseable {
    /** Tables, and which of their rows belong to articles %d to %d. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        String ids = "(SELECT 'bench-' || n FROM generate_series(%d, %d - 1) AS n)";
        TABLES.put("articles", "id IN " + ids);
        for (String table :
                List.of("article_versions", "article_entities", "mentions", "article_topics", "article_index")) {
            TABLES.put(table, "article_id IN " + ids);
        }
        TABLES.put(
                "entities", "NOT EXISTS (SELECT FROM copy_entities AS copy WHERE copy.id = entities.id) AND %d < %d");
    }

    private final Connection connection;

    Copy(RunningSink sink) throws SQLException {
        connection = DriverManager.getConnection(
                sink.database(), RealStack.get().username(), RealStack.get().password());
    }

    /** Makes the empty tables. */
    void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES.keySet()) {
                statement.execute("CREATE TABLE copy_" + table + " (LIKE " + table + " INCLUDING ALL)");
            }
        }
    }

    /** What COPY takes for the rows of some articles; reading them before is not counted. */
    Spent time(int from, int to) throws SQLException, IOException {
        CopyManager copies = new CopyManager(connection.unwrap(BaseConnection.class));
        Map<String, byte[]> rows = new LinkedHashMap<>();
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            String columns = columns(table.getKey());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            copies.copyOut(
                    "COPY (SELECT " + columns + " FROM " + table.getKey() + " WHERE "
                            + table.getValue().formatted(from, to) + ") TO STDOUT (FORMAT binary)",
                    out);
            rows.put("copy_" + table.getKey() + " (" + columns + ")", out.toByteArray());
        }
        Spent before = Spent.until(connection);
        for (Map.Entry<String, byte[]> table : rows.entrySet()) {
            copies.copyIn(
                    "COPY " + table.getKey() + " FROM STDIN (FORMAT binary)",
                    new ByteArrayInputStream(table.getValue()));
        }
        return Spent.until(connection).minus(before);
    }

    private String columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT column_name FROM information_schema.columns WHERE table_name = '"
                                + table + "' AND is_generated = 'NEVER' ORDER BY ordinal_position")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        return String.join(", ", columns);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
