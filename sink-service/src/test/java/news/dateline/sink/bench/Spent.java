package news.dateline.sink.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import news.dateline.embedded.RealStack;
import news.dateline.sink.RunningSink;

/**
 * What work takes.
 *
 * @param seconds by the clock
 * @param cpu processor seconds of PostgreSQL's processes for the database, as Linux counts them: whatever else the
 *     machine does, they stay much the same
 */
record Spent(double seconds, double cpu) {
    static final Spent NOTHING = new Spent(0, 0);

    /** Fields utime and stime of /proc/PID/stat, in hundredths of a second. */
    private static final String CPU = """
            SELECT sum(stat[12]::int + stat[13]::int) / 100.0
            FROM (SELECT pid, string_to_array(split_part(pg_read_file('/proc/' || pid || '/stat', true), ') ', 2), ' ')
                FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend')
                AS process (pid, stat)
            """;

    /** So much until now. */
    static Spent until(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CPU)) {
            row.next();
            return new Spent(System.nanoTime() / 1e9, row.getDouble(1));
        }
    }

    static Spent until(RunningSink sink) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                sink.database(), RealStack.get().username(), RealStack.get().password())) {
            return until(connection);
        }
    }

    Spent plus(Spent more) {
        return new Spent(seconds + more.seconds, cpu + more.cpu);
    }

    Spent minus(Spent before) {
        return new Spent(seconds - before.seconds, cpu - before.cpu);
    }

    String of(int articles) {
        return String.format(
                Locale.ROOT,
                "%.0f articles/s, %.3f ms of PostgreSQL's processor time an article",
                articles / seconds,
                cpu * 1000 / articles);
    }
}
