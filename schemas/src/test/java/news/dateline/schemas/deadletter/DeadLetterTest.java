package news.dateline.schemas.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

    @Test
    void theBytesAreUntouchedAndTheHeadersTellTheStory() {
        DeadLetter letter = DeadLetter.of("t", 2, 42, "enrich-service", new IllegalStateException("no"), NOW);
        RecordHeaders original = new RecordHeaders();
        original.add("traceparent", "00-x".getBytes(UTF_8));
        ProducerRecord<byte[], byte[]> record = letter.record(new byte[] {1}, new byte[] {0, -1}, original);
        assertThat(record.topic()).isEqualTo("news.articles.dlq.v1");
        assertThat(record.key()).containsExactly(1);
        assertThat(record.value()).containsExactly(0, -1);
        assertThat(record.headers().lastHeader("traceparent").value()).isEqualTo("00-x".getBytes(UTF_8));
        assertThat(DeadLetter.read(record.headers())).isEqualTo(letter);
    }

    @Test
    void aRecordThatIsNoDeadLetterSaysSo() {
        assertThatThrownBy(() -> DeadLetter.read(new RecordHeaders())).hasMessageContaining("dlq.topic");
    }
}
