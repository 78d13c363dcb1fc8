package news.dateline.ingest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogEventTest {
    @Test
    void everyEventIsReadAsItWasWritten() {
        for (LogEvent event : new LogEvent[] {
            LogEvent.claimed("t", "f"),
            LogEvent.answered("t", "f", new Answer(202, "application/json", "{\"accepted\":[\"é\"]}")),
            LogEvent.released("t")
        }) {
            assertThat(LogEvent.parse(event.toJson())).contains(event);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "null", "7", "{", "{}", "{\"state\":\"LOST\"}", "{\"state\":\"CLAIMED\",\"token\":\"t\"}"})
    void whatIsNoEventIsSkipped(String json) {
        assertThat(LogEvent.parse(json)).isEmpty();
    }
}
