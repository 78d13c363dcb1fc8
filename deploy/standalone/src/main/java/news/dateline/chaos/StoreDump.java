package news.dateline.chaos;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads what the database of a line holds. */
final class StoreDump {
    private final String jdbcUrl;

    StoreDump(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /** How many articles, versions and kills there are. */
    String sums() throws SQLException {
        StringBuilder sums = new StringBuilder();
        read(
                "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM article_versions),"
                        + " (SELECT count(*) FROM kills)",
                row -> sums.append(
                        row.getLong(1) + " articles, " + row.getLong(2) + " versions, " + row.getLong(3) + " kills"));
        return sums.toString();
    }

    Map<String, Version> articles() throws SQLException {
        Map<String, Version> found = new HashMap<>();
        read(
                "SELECT id, version, body FROM articles",
                row -> found.put(row.getString(1), new Version(row.getInt(2), Script.text(row.getString(3)))));
        return found;
    }

    Map<String, Set<Integer>> versions() throws SQLException {
        Map<String, Set<Integer>> found = new HashMap<>();
        read(
                "SELECT article_id, version FROM article_versions",
                row -> found.computeIfAbsent(row.getString(1), id -> new HashSet<>())
                        .add(row.getInt(2)));
        return found;
    }

    Map<String, Integer> kills() throws SQLException {
        Map<String, Integer> found = new HashMap<>();
        read(
                "SELECT article_id, max(version) FROM kills GROUP BY article_id",
                row -> found.put(row.getString(1), row.getInt(2)));
        return found;
    }

    /** What is done with a row. */
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String query, Row each) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "dateline", "dateline");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                each.read(rows);
            }
        }
    }
}
