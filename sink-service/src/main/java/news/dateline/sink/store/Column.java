package news.dateline.sink.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * One column of many rows, sent as one array: {@code INSERT ... SELECT ... FROM unnest(?, ?, ...)} writes a batch in one
 * statement.
 *
 * @param type PostgreSQL type of an element
 * @param value a row's value; it travels as its text, null as NULL
 */
record Column<R>(String type, Function<R, ?> value) {
    static <R> Column<R> text(Function<R, ?> value) {
        return new Column<>("text", value);
    }

    static <R> Column<R> integer(Function<R, Integer> value) {
        return new Column<>("int4", value);
    }

    static <R> Column<R> bigint(Function<R, Long> value) {
        return new Column<>("int8", value);
    }

    static <R> Column<R> number(Function<R, Double> value) {
        return new Column<>("float8", value);
    }

    static <R> Column<R> time(Function<R, ?> value) {
        return new Column<>("timestamptz", value);
    }

    /** Binds all columns from the first parameter on, runs the statement, and says how many rows it touched. */
    static <R> int execute(Connection connection, String sql, List<Column<R>> columns, List<R> rows)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, columns, rows);
            return statement.executeUpdate();
        }
    }

    static <R> void bind(PreparedStatement statement, List<Column<R>> columns, List<R> rows) throws SQLException {
        int parameter = 1;
        for (Column<R> column : columns) {
            statement.setArray(parameter++, array(statement.getConnection(), column, rows));
        }
    }

    private static <R> Array array(Connection connection, Column<R> column, List<R> rows) throws SQLException {
        String[] values = new String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = column.value.apply(rows.get(i));
            values[i] = value == null ? null : value.toString();
        }
        return connection.createArrayOf(column.type, values);
    }
}
