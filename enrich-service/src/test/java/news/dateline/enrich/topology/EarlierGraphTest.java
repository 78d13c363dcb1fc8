package news.dateline.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class EarlierGraphTest {
    @Test
    void aFirstStartAndAnUnchangedGraphHaveNothingInTheirWay() {
        assertThat(obstacles(Map.of("raw", 4))).isEmpty();
        assertThat(obstacles(existing())).isEmpty();
    }

    @Test
    void aStoreThatIsNewIsNoObstacle() {
        Map<String, Integer> before = existing();
        before.remove("app-counts-changelog");
        assertThat(obstacles(before)).isEmpty();
    }

    @Test
    void aStoreThatIsNotUsedAnyMoreIsNoObstacle() {
        Map<String, Integer> before = existing();
        before.put("app-forgotten-changelog", 4);
        assertThat(obstacles(before)).isEmpty();
    }

    @Test
    void aStoreUnderAnotherNameIsAnObstacle() {
        Map<String, Integer> before = existing();
        before.remove("app-states-changelog");
        before.put("app-article-states-changelog", 4);
        assertThat(obstacles(before))
                .singleElement()
                .asString()
                .contains("app-article-states-changelog", "app-states-changelog");
    }

    @Test
    void anotherNumberOfPartitionsIsAnObstacle() {
        Map<String, Integer> before = existing();
        before.put("raw", 8);
        assertThat(obstacles(before))
                .singleElement()
                .asString()
                .contains("app-states-changelog has 4 partitions, but what is read has 8");
    }

    @Test
    void topicsOfOthersDoNotCount() {
        Map<String, Integer> before = existing();
        before.remove("app-states-changelog");
        before.put("other-states-changelog", 4);
        assertThat(obstacles(before)).isEmpty();
    }

    private static Map<String, Integer> existing() {
        return new HashMap<>(
                Map.of("raw", 4, "app-states-changelog", 4, "app-desk-repartition", 1, "app-counts-changelog", 1));
    }

    private static List<String> obstacles(Map<String, Integer> partitions) {
        return new EarlierGraph("app", partitions).obstacles(graph());
    }

    /** Two parts with a store each and a topic of their own between them. */
    private static Topology graph() {
        StreamsBuilder builder = new StreamsBuilder();
        for (String store : List.of("states", "counts")) {
            builder.addStateStore(Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(store), Serdes.String(), Serdes.String()));
        }
        builder.stream("raw", Consumed.with(Serdes.String(), Serdes.String()))
                .process(Forward::new, "states")
                .repartition(Repartitioned.with(Serdes.String(), Serdes.String())
                        .withName("desk")
                        .withNumberOfPartitions(1))
                .process(Forward::new, "counts");
        return builder.build();
    }

    private static final class Forward extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> record) {
            context().forward(record);
        }
    }
}
