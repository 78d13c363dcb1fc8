package news.dateline.sink.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in PostgreSQL transactions. Thread-safe; each call takes a connection of the pool and gives it back. */
@Singleton
public final class Database {
    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Something to do with a connection; it neither commits nor closes it. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** All of the work or nothing of it. */
    public <T> T write(Work<T> work) throws SQLException {
        return run(work, Connection.TRANSACTION_READ_COMMITTED, false);
    }

    /** Reads one consistent state of the store, whatever is written meanwhile. */
    public <T> T read(Work<T> work) throws SQLException {
        return run(work, Connection.TRANSACTION_REPEATABLE_READ, true);
    }

    DataSource dataSource() {
        return dataSource;
    }

    private <T> T run(Work<T> work, int isolation, boolean readOnly) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setTransactionIsolation(isolation);
            connection.setReadOnly(readOnly);
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollback(connection);
                }
            }
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // the connection is gone and its transaction with it; the failure that led here is on its way up
        }
    }
}
