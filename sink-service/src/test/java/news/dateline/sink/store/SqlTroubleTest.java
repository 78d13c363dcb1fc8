package news.dateline.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTroubleTest {
    @ParameterizedTest
    @CsvSource({
        "08006, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "40P01, UNAVAILABLE",
        "53300, UNAVAILABLE",
        "55000, UNAVAILABLE",
        "3D000, UNAVAILABLE",
        "25006, UNAVAILABLE",
        "22021, DATA",
        "23505, DATA",
        "54000, DATA",
        "42703, BUG",
        "XX000, UNAVAILABLE",
        "'', BUG",
    })
    void stateTellsWhatToDo(String state, SqlTrouble expected) {
        assertThat(SqlTrouble.of(new SQLException("no", state))).isEqualTo(expected);
    }

    @Test
    void emptyPoolIsAnOutage() {
        assertThat(SqlTrouble.of(new SQLTransientConnectionException("timed out")))
                .isEqualTo(SqlTrouble.UNAVAILABLE);
    }
}
