package news.dateline.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.schemas.article.ArticleId;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class ArticleProducerTest {
    private final AvroSerdes serdes = AvroSerdes.singleObject();
    private final MockProducer<String, RawArticle> kafka = new MockProducer<>(
            true, null, new StringSerializer(), Topics.in(serdes).raw().value().serializer());
    private final ArticleProducer producer =
            new ArticleProducer("harbour-desk", kafka, serdes, Clock.fixed(Articles.AT, ZoneOffset.UTC));

    @Test
    void anArticleGetsTheIdThatTheHttpDoorWouldGiveIt() throws JsonProcessingException {
        String built = producer.send(Articles.raw()).join();
        String json = producer.send(
                        new ObjectMapper()
                                .readTree(
                                        "{\"uri\":\"urn:harbour-post:4711\",\"source\":{\"id\":\"harbour-post\"},\"headline\":\"h\"}"),
                        null)
                .join();

        assertThat(built).isEqualTo(json);
        assertThat(ArticleId.isOurs(built)).isTrue();
        ProducerRecord<String, RawArticle> record = kafka.history().get(0);
        assertThat(record.topic()).isEqualTo("news.articles.raw.v1");
        assertThat(record.key()).isEqualTo(built);
        assertThat(record.value().getId()).isEqualTo(built);
        assertThat(record.value().getReceivedAt()).isEqualTo(Articles.AT);
        assertThat(header(record, "ce_type")).isEqualTo("news.dateline.article.received");
        assertThat(header(record, "ce_source")).isEqualTo("/dateline/harbour-desk");
    }

    @Test
    void anIdThatIsGivenStays() {
        assertThat(producer.send(Articles.raw().setId("wire-1")).join()).isEqualTo("wire-1");
    }

    @Test
    void whatBreaksARuleIsRefusedBeforeItIsSent() {
        assertThatThrownBy(() -> producer.send(Articles.raw().setUpdatedAt("yesterday")))
                .isInstanceOf(InvalidArticleException.class)
                .hasMessageContaining("updatedAt");
        assertThatThrownBy(() -> producer.send(Articles.raw().setHeadline(" ")))
                .isInstanceOf(InvalidArticleException.class)
                .hasMessageContaining("headline");
        assertThat(kafka.history()).isEmpty();
    }

    @Test
    void aKillHasTheIdAlone() {
        producer.kill("wire-1", "libel").join();

        ProducerRecord<String, RawArticle> record = kafka.history().get(0);
        assertThat(record.key()).isEqualTo("wire-1");
        assertThat(record.value().getStatus()).isEqualTo(PubStatus.canceled);
        assertThat(record.value().getReason()).isEqualTo("libel");
        assertThat(header(record, "ce_type")).isEqualTo("news.dateline.article.killed");
    }

    @Test
    void whatKafkaDoesNotKeepFails() {
        kafka.sendException = new TimeoutException("no leader");

        assertThat(producer.send(Articles.raw())).isCompletedExceptionally();
    }

    private static String header(ProducerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
