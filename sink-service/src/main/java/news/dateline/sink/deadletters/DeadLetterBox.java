package news.dateline.sink.deadletters;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.sink.store.Database;
import news.dateline.sink.web.ListCursor;

/** Reads the stored dead letters, and discards them. Thread-safe. */
@Singleton
final class DeadLetterBox {
    private static final String LIST = "SELECT " + DeadLetterItem.COLUMNS + """
             FROM dead_letters WHERE %s %s ORDER BY failed_at DESC, id DESC LIMIT ?
            """;
    private static final String GROUPS = """
            SELECT service, error_class, topic, count(*) AS letters, min(failed_at) AS first, max(failed_at) AS last,
                (array_agg(message ORDER BY failed_at DESC))[1] AS message, sum(count(*)) OVER () AS total
            FROM dead_letters WHERE %s
            GROUP BY service, error_class, topic
            ORDER BY letters DESC, service, error_class, topic LIMIT 100
            """;
    private static final String FIND = "SELECT " + DeadLetterItem.COLUMNS
            + ", record_key, record_value, header_names, header_values FROM dead_letters WHERE id = ?";
    private static final String DISCARD = """
            UPDATE dead_letters SET state = 'discarded', discard_reason = ?, changed_at = now()
            WHERE state = 'waiting' AND %s
            """;

    private final Database database;

    DeadLetterBox(Database database) {
        this.database = database;
    }

    /**
     * A dead letter with what it holds.
     *
     * @param item the dead letter
     * @param key key of the record
     * @param value value of the record
     * @param headers the record's own headers
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Letter(DeadLetterItem item, byte[] key, byte[] value, List<Header> headers) {}

    /** A header of a record. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Header(String name, byte[] value) {}

    /** One page; list and counts are of one state of the store. */
    DeadLetterItem.Page list(DeadLetterFilter filter, int limit, @Nullable ListCursor after) throws SQLException {
        return database.read(connection -> {
            List<DeadLetterItem> items = items(connection, filter, limit + 1, after);
            String next = null;
            if (items.size() > limit) {
                items.remove(limit);
                DeadLetterItem last = items.get(limit - 1);
                next = new ListCursor(last.time(), last.id()).write();
            }
            return page(connection, filter, items, next);
        });
    }

    Optional<Letter> find(String id) throws SQLException {
        return database.read(connection -> find(connection, FIND, id));
    }

    /** The dead letter, held until the transaction ends so that no other can act on it. */
    static Optional<Letter> hold(Connection connection, String id) throws SQLException {
        return find(connection, FIND + " FOR UPDATE", id);
    }

    /** Discards one that is waiting; gives how many that were. */
    int discard(String id, String reason) throws SQLException {
        return database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(DISCARD.formatted("id = ?"))) {
                statement.setString(1, reason);
                statement.setString(2, id);
                return statement.executeUpdate();
            }
        });
    }

    /** Discards those of a group that are waiting; gives how many that were. */
    int discard(DeadLetterFilter group, String reason) throws SQLException {
        return database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(DISCARD.formatted(group.sql()))) {
                statement.setString(1, reason);
                group.bind(statement, 2);
                return statement.executeUpdate();
            }
        });
    }

    private static List<DeadLetterItem> items(
            Connection connection, DeadLetterFilter filter, int limit, @Nullable ListCursor after) throws SQLException {
        List<DeadLetterItem> items = new ArrayList<>();
        String behind = after == null ? "" : "AND (failed_at, id) < (?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(LIST.formatted(filter.sql(), behind))) {
            int parameter = filter.bind(statement, 1);
            if (after != null) {
                statement.setObject(parameter++, after.time().atOffset(ZoneOffset.UTC));
                statement.setString(parameter++, after.id());
            }
            statement.setInt(parameter, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    items.add(DeadLetterItem.of(row));
                }
            }
        }
        return items;
    }

    private static DeadLetterItem.Page page(
            Connection connection, DeadLetterFilter filter, List<DeadLetterItem> items, String next)
            throws SQLException {
        List<DeadLetterItem.Group> groups = new ArrayList<>();
        long total = 0;
        try (PreparedStatement statement = connection.prepareStatement(GROUPS.formatted(filter.sql()))) {
            filter.bind(statement, 1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    total = row.getLong("total");
                    groups.add(new DeadLetterItem.Group(
                            row.getString("service"),
                            row.getString("error_class"),
                            row.getString("topic"),
                            row.getLong("letters"),
                            DeadLetterItem.time(row, "first"),
                            DeadLetterItem.time(row, "last"),
                            row.getString("message")));
                }
            }
        }
        return new DeadLetterItem.Page(total, groups, items, next);
    }

    private static Optional<Letter> find(Connection connection, String sql, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(letter(row)) : Optional.empty();
            }
        }
    }

    private static Letter letter(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("header_names").getArray();
        byte[][] values = (byte[][]) row.getArray("header_values").getArray();
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            headers.add(new Header(names[i], values[i]));
        }
        return new Letter(DeadLetterItem.of(row), row.getBytes("record_key"), row.getBytes("record_value"), headers);
    }
}
