package news.dateline.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import news.dateline.schemas.wire.AvroSerdes;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private final Topics topics = Topics.in(AvroSerdes.singleObject());

    @Test
    void namesAndPoliciesAreThoseOfTheContract() {
        assertThat(topics.raw().name()).isEqualTo("news.articles.raw.v1");
        assertThat(topics.raw().config())
                .containsAllEntriesOf(Map.of("cleanup.policy", "delete", "retention.ms", "2592000000"));
        assertThat(topics.enriched().name()).isEqualTo("news.articles.enriched.v1");
        assertThat(topics.enriched().config()).containsEntry("cleanup.policy", "compact");
        assertThat(topics.deadLetters().name()).isEqualTo("news.articles.dlq.v1");
        assertThat(topics.deadLetters().config())
                .containsAllEntriesOf(Map.of("cleanup.policy", "delete", "retention.ms", "7776000000"));
        assertThat(topics.feeds().name()).isEqualTo("news.feeds.v1");
        assertThat(topics.feeds().config()).containsEntry("cleanup.policy", "compact");
        assertThat(topics.stories().name()).isEqualTo("news.stories.v1");
        assertThat(topics.stories().config()).containsEntry("cleanup.policy", "compact");
        assertThat(topics.trends().name()).isEqualTo("news.trends.v1");
        assertThat(topics.trends().config())
                .containsAllEntriesOf(Map.of("cleanup.policy", "delete", "retention.ms", "2592000000"));
    }

    @Test
    void everyTopicIsCompressedWithLz4() {
        assertThat(topics.raw().config()).containsEntry("compression.type", "lz4");
        assertThat(topics.enriched().config()).containsEntry("compression.type", "lz4");
    }
}
