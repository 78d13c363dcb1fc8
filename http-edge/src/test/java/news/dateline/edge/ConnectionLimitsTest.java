package news.dateline.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {
    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(read(Map.of()))
                .isEqualTo(new ConnectionLimits(Duration.ofSeconds(10), Duration.ofSeconds(20), 1024));
    }

    @Test
    void everySettingIsMapped() {
        assertThat(read(Map.of(
                        "dateline.http.header-timeout", "1s",
                        "dateline.http.body-window", "2s",
                        "dateline.http.body-min-bytes", 3)))
                .isEqualTo(new ConnectionLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), 3));
    }

    private static ConnectionLimits read(Map<String, Object> properties) {
        try (ApplicationContext context = ApplicationContext.builder()
                .properties(properties)
                .properties(Map.of("dateline.service", "limits-test", "kafka.enabled", false))
                .start()) {
            return context.getBean(ConnectionLimits.class);
        }
    }
}
