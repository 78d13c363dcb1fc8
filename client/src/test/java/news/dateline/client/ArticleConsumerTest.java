package news.dateline.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class ArticleConsumerTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.ENRICHED, 0);

    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private final MockConsumer<String, byte[]> kafka = new MockConsumer<>("earliest") {
        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
            super.commitSync(offsets);
            committed.putAll(offsets);
        }
    };
    private final List<String> calls = new ArrayList<>();
    private final AvroSerdes serdes = AvroSerdes.singleObject();

    @Test
    void eachVersionIsHandedToItsMethod() {
        records(
                bytes(Articles.enriched("a", 1, PubStatus.usable)),
                bytes(Articles.enriched("a", 2, PubStatus.usable)),
                bytes(Articles.enriched("b", 4, PubStatus.withheld)),
                bytes(Articles.enriched("a", 3, PubStatus.canceled)),
                bytes(Articles.enriched("c", 1, PubStatus.usable)));

        consumer(new Noting("c")).run();

        assertThat(calls).containsExactly("article a 1", "correction a 2", "kill b 4", "kill a 3", "article c 1");
        assertThat(committed()).isEqualTo(5);
    }

    @Test
    void anArticleThatTheHandlerFailsOnIsTheNextToBeRead() {
        records(
                bytes(Articles.enriched("a", 1, PubStatus.usable)),
                bytes(Articles.enriched("bad", 1, PubStatus.usable)));

        assertThatThrownBy(() -> consumer(new Noting("none")).run()).hasMessage("no room for bad");

        assertThat(calls).containsExactly("article a 1");
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void closingCommitsWhatWasHandledAndNoMore() {
        records(bytes(Articles.enriched("a", 1, PubStatus.usable)), bytes(Articles.enriched("b", 1, PubStatus.usable)));

        consumer(new Noting("a")).run();

        assertThat(calls).containsExactly("article a 1");
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void aRecordWithoutValueIsPassedOver() {
        records(null, bytes(Articles.enriched("a", 1, PubStatus.usable)));

        consumer(new Noting("a")).run();

        assertThat(calls).containsExactly("article a 1");
    }

    @Test
    void aRecordThatIsNoArticleIsNamed() {
        records("no article".getBytes(UTF_8));

        assertThatThrownBy(() -> consumer(new Noting("none")).run())
                .isInstanceOf(UnreadableArticleException.class)
                .hasMessageContaining("news.articles.enriched.v1-0@0");
    }

    private final class Noting implements ArticleHandler {
        private final String last;
        private ArticleConsumer consumer;

        /** @param last id of the article after which the consumer is closed */
        Noting(String last) {
            this.last = last;
        }

        @Override
        public void onArticle(EnrichedArticle article) {
            if (article.getId().equals("bad")) {
                throw new IllegalStateException("no room for bad");
            }
            note("article", article.getId(), article.getVersion());
        }

        @Override
        public void onCorrection(EnrichedArticle article) {
            note("correction", article.getId(), article.getVersion());
        }

        @Override
        public void onKill(Kill kill) {
            note("kill", kill.id(), kill.version());
        }

        private void note(String what, String id, int version) {
            calls.add(what + " " + id + " " + version);
            if (id.equals(last)) {
                consumer.close();
            }
        }
    }

    private ArticleConsumer consumer(Noting handler) {
        handler.consumer = new ArticleConsumer(kafka, serdes, handler);
        return handler.consumer;
    }

    private void records(byte[]... values) {
        kafka.schedulePollTask(() -> {
            kafka.rebalance(Set.of(PARTITION));
            kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
            for (int offset = 0; offset < values.length; offset++) {
                kafka.addRecord(new ConsumerRecord<>(Topics.ENRICHED, 0, offset, "key", values[offset]));
            }
        });
    }

    private byte[] bytes(EnrichedArticle article) {
        try (Serde<EnrichedArticle> serde = serdes.of(EnrichedArticle.class)) {
            return serde.serializer().serialize(Topics.ENRICHED, article);
        }
    }

    private long committed() {
        return committed.get(PARTITION).offset();
    }
}
