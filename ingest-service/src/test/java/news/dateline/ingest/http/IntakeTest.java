package news.dateline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import news.dateline.ingest.IngestService;
import org.junit.jupiter.api.Test;

class IntakeTest {
    @Test
    void requestsAreBounded() {
        Intake intake = new Intake(2, 1000);
        assertThat(intake.enter(1)).isTrue();
        assertThat(intake.enter(1)).isTrue();
        assertThat(intake.enter(1)).isFalse();

        intake.leave(1);
        assertThat(intake.enter(1)).isTrue();
    }

    @Test
    void bytesAreBoundedAndOneRequestAloneAlwaysFits() {
        Intake intake = new Intake(10, 1000);
        assertThat(intake.enter(5000)).isTrue();
        assertThat(intake.enter(1)).isFalse();

        intake.leave(5000);
        assertThat(intake.enter(999)).isTrue();
        assertThat(intake.enter(2)).isFalse();
        assertThat(intake.bytes()).isEqualTo(999);
    }

    @Test
    void defaultsAreTheDocumentedOnes() {
        assertThat(read(Map.of())).isEqualTo(new IntakeSettings(256, 128L * 1024 * 1024));
        assertThat(read(Map.of("dateline.ingest.intake.requests", 3, "dateline.ingest.intake.bytes", "1MB")))
                .isEqualTo(new IntakeSettings(3, 1024 * 1024));
    }

    private static IntakeSettings read(Map<String, Object> properties) {
        try (ApplicationContext context = IngestService.configure(ApplicationContext.builder())
                .properties(properties)
                .start()) {
            return context.getBean(IntakeSettings.class);
        }
    }
}
