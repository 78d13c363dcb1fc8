package news.dateline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class SendingTest {
    @Test
    void whatComesWhileTheServiceStopsIsALossOfKafka() {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        producer.close();

        CompletableFuture<RecordMetadata> stored = Sending.send(producer, new ProducerRecord<>("any", new byte[] {1}));

        assertThat(stored).isCompletedExceptionally();
        assertThat(stored.handle((metadata, error) -> error).join()).isInstanceOf(KafkaException.class);
    }
}
