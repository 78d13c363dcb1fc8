package news.dateline.ingest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import news.dateline.RawArticle;
import news.dateline.ingest.IngestService;
import news.dateline.ingest.publish.RawArticleRecords;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionTest {
    private static final LogEvent ANSWER = LogEvent.answered("t", "f", new Answer(202, "application/json", "{}"));

    private static ApplicationContext context;

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final List<Boolean> sound = new ArrayList<>();
    private Transaction transaction;

    @BeforeAll
    static void start() {
        context = IngestService.configure(ApplicationContext.builder())
                .properties(java.util.Map.of("dateline.serde", "single-object"))
                .start();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void begin() {
        producer.initTransactions();
        producer.beginTransaction();
        transaction = new Transaction(
                producer,
                context.getBean(RawArticleRecords.class),
                context.getBean(LogTopic.class),
                (given, isSound) -> sound.add(isSound));
    }

    @Test
    void articlesAndAnswerAreCommittedTogether() {
        publish();
        assertThat(producer.history()).isEmpty();

        transaction.commit("key", ANSWER);
        transaction.close();

        assertThat(producer.history())
                .extracting(record -> record.topic())
                .containsExactly("news.articles.raw.v1", "news.ingest.idempotency.v1");
        assertThat(sound).containsExactly(true);
    }

    @Test
    void whatIsNotCommittedIsRolledBack() {
        publish();

        transaction.close();

        assertThat(producer.transactionAborted()).isTrue();
        assertThat(producer.history()).isEmpty();
        assertThat(sound).containsExactly(true);
    }

    @Test
    void aProducerThatCannotRollBackIsNotUsedAgain() {
        publish();
        producer.commitTransactionException = new TimeoutException("no answer");
        producer.abortTransactionException = new KafkaException("fenced");

        assertThatThrownBy(() -> transaction.commit("key", ANSWER)).isInstanceOf(TimeoutException.class);
        transaction.close();

        assertThat(sound).containsExactly(false);
    }

    private void publish() {
        assertThat(transaction.publish(article(), "trace")).isNotCancelled();
    }

    private static RawArticle article() {
        return RawArticle.newBuilder()
                .setId("a")
                .setHeadline("Tide gauge repaired")
                .setReceivedAt(Instant.parse("2026-03-01T12:00:00Z"))
                .build();
    }
}
