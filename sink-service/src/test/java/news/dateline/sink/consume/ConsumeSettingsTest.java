package news.dateline.sink.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import news.dateline.sink.SinkService;
import org.junit.jupiter.api.Test;

class ConsumeSettingsTest {
    private static ConsumeSettings settings(Map<String, Object> properties) {
        try (ApplicationContext context = SinkService.configure(ApplicationContext.builder())
                .properties(properties)
                .start()) {
            return context.getBean(ConsumeSettings.class);
        }
    }

    @Test
    void defaults() {
        assertThat(settings(Map.of()))
                .isEqualTo(new ConsumeSettings(
                        1, "dateline-sink", Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(10)));
    }

    @Test
    void everyPropertyIsMapped() {
        assertThat(settings(Map.of(
                        "dateline.sink.consume.threads", "3",
                        "dateline.sink.consume.group", "g",
                        "dateline.sink.consume.poll", "1s",
                        "dateline.sink.consume.first-retry", "2s",
                        "dateline.sink.consume.longest-retry", "3s")))
                .isEqualTo(new ConsumeSettings(
                        3, "g", Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)));
    }
}
