package news.dateline.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class SetUpTest {
    @Test
    void settingsOfKafkaPassThroughFromTheEnvironment() {
        Map<String, Object> config = SetUp.kafka(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "kafka:9093",
                "KAFKA_SASL_JAAS_CONFIG",
                "secret",
                "KAFKA_HEAP_OPTS",
                "-Xmx1g"));

        assertThat(config)
                .containsEntry("bootstrap.servers", "kafka:9093")
                .containsEntry("sasl.jaas.config", "secret")
                .doesNotContainKey("heap.opts");
    }

    @Test
    void aKafkaThatStaysAwayEndsTheJob() {
        SetUp setUp =
                new SetUp(Map.of("KAFKA_BOOTSTRAP_SERVERS", "host.invalid:9092", "DATELINE_SETUP_PATIENCE", "PT0S"));

        assertThatThrownBy(setUp::run).isInstanceOf(KafkaException.class);
    }
}
