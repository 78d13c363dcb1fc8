package news.dateline.ingest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import news.dateline.ingest.IngestService;
import org.junit.jupiter.api.Test;

class IdempotencySettingsTest {
    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(read(Map.of()))
                .isEqualTo(new IdempotencySettings("news.ingest.idempotency.v1", 4, 500_000, 8, Duration.ofSeconds(5)));
    }

    @Test
    void everySettingIsMapped() {
        String prefix = "dateline.ingest.idempotency.";
        assertThat(read(Map.of(
                        prefix + "topic", "keys",
                        prefix + "partitions", 2,
                        prefix + "max-keys", 10,
                        prefix + "transactions", 3,
                        prefix + "patience", "2s")))
                .isEqualTo(new IdempotencySettings("keys", 2, 10, 3, Duration.ofSeconds(2)));
    }

    private static IdempotencySettings read(Map<String, Object> properties) {
        try (ApplicationContext context = IngestService.configure(ApplicationContext.builder())
                .properties(properties)
                .start()) {
            return context.getBean(IdempotencySettings.class);
        }
    }
}
