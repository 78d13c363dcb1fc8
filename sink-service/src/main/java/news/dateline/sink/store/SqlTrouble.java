package news.dateline.sink.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/** What a failed statement means for whoever sent it, told from its SQLSTATE (PostgreSQL documentation, appendix A). */
public enum SqlTrouble {
    /** The database cannot work now: wait and try again. */
    UNAVAILABLE,
    /** It refuses a value: trying again changes nothing. */
    DATA,
    /** Anything else is a fault of the program. */
    BUG;

    private static final Set<String> UNAVAILABLE_CLASSES = Set.of(
            "08", // connection exception
            "28", // invalid authorization
            "3D", // no such database
            "40", // transaction rollback: serialization failure, deadlock
            "53", // insufficient resources
            "55", // lock not available, object in use
            "57", // operator intervention: shutdown, statement timeout
            "58", // system error
            "XX"); // internal error: the server's own fault, as where a quota keeps it from writing
    private static final Set<String> DATA_CLASSES = Set.of(
            "22", // data exception
            "23", // integrity constraint violation
            "54"); // program limit exceeded

    /** Judges a failure by the first SQLSTATE in its chain of causes. */
    public static SqlTrouble of(SQLException failure) {
        if (failure instanceof SQLTransientException) {
            return UNAVAILABLE; // a pool that cannot give a connection has no SQLSTATE of PostgreSQL's
        }
        String state = failure.getSQLState();
        if (state == null || state.length() < 2) {
            return BUG;
        }
        String stateClass = state.substring(0, 2);
        if (UNAVAILABLE_CLASSES.contains(stateClass) || state.equals("25006")) { // 25006: a replica, read-only
            return UNAVAILABLE;
        }
        return DATA_CLASSES.contains(stateClass) ? DATA : BUG;
    }
}
