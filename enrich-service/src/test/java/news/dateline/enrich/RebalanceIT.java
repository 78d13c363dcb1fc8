package news.dateline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.dateline.EnrichedArticle;
import news.dateline.RawArticle;
import news.dateline.Source;
import news.dateline.embedded.RealStack;
import news.dateline.embedded.TopicRecords;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances of the service share the work, each with a disk of its own; what one knew the other goes on with. */
class RebalanceIT {
    private static final Topics TOPICS = Topics.in(AvroSerdes.singleObject());
    private static final String GROUP = "dateline-enrich";
    private static final int ARTICLES = 12;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final String run = UUID.randomUUID().toString();

    @Test
    void theInstanceThatStaysGoesOnWithWhatTheOtherKnew(@TempDir Path first, @TempDir Path second) throws Exception {
        ApplicationContext leaving = EnrichIT.started(first);
        try (ApplicationContext staying = EnrichIT.started(second)) {
            assertThat(staying.isRunning()).isTrue();
            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(() -> assertThat(atWork()).hasSize(2));
            // Given: articles that both have numbered and tagged, among them one that a copy will be made of.
            sendAll("as first filed");
            awaitVersions(1);
            String story = published().get(id(0)).get(0).getStory().getId();

            // When: the one leaves while corrections, repeats and a copy come in.
            leaving.close();
            sendAll("as first filed");
            sendAll("as corrected at noon");
            send(id(ARTICLES), text(0, "as corrected at noon"));

            // Then: each article has its next version and no other, the copy its original, all one story.
            awaitVersions(2);
            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(() -> assertThat(published()).containsKey(id(ARTICLES)));
            EnrichedArticle copy = published().get(id(ARTICLES)).get(0);
            assertThat(copy.getDuplicateOf()).isEqualTo(id(0));
            assertThat(copy.getStory().getId()).isEqualTo(story);
            assertThat(atWork()).hasSize(1);
        } finally {
            leaving.close();
        }
    }

    /** The instances that have partitions to read. */
    private static List<String> atWork() throws ExecutionException, InterruptedException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", RealStack.get().bootstrapServers()))) {
            return admin.describeConsumerGroups(List.of(GROUP)).all().get().get(GROUP).members().stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .map(member -> member.clientId().replaceFirst("-StreamThread-.*", ""))
                    .distinct()
                    .toList();
        }
    }

    private void sendAll(String state) throws Exception {
        for (int i = 0; i < ARTICLES; i++) {
            send(id(i), text(i, state));
        }
    }

    private void awaitVersions(int newest) {
        List<Integer> expected = IntStream.rangeClosed(1, newest).boxed().toList();
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> {
            Map<String, List<EnrichedArticle>> published = published();
            for (int i = 0; i < ARTICLES; i++) {
                assertThat(published.getOrDefault(id(i), List.of()))
                        .extracting(EnrichedArticle::getVersion)
                        .containsExactlyElementsOf(expected);
            }
        });
    }

    private String id(int number) {
        return "rebalance-" + number + "-" + run;
    }

    /** No two articles are alike but those of one number. */
    private String text(int number, String state) {
        StringBuilder text = new StringBuilder("Report " + number + " of " + run + " " + state + ".");
        for (int i = 0; i < 40; i++) {
            text.append(" Pier").append(number * 101 + i).append(" ships").append(number * 103 + i);
        }
        return text.toString();
    }

    private static void send(String id, String body) throws Exception {
        RawArticle article = RawArticle.newBuilder()
                .setId(id)
                .setSource(new Source("harbour-post", "The Harbour Post"))
                .setHeadline(body.substring(0, 60))
                .setBody(body)
                .setReceivedAt(Instant.now())
                .build();
        try (KafkaProducer<String, RawArticle> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealStack.get().bootstrapServers()),
                new StringSerializer(),
                TOPICS.raw().value().serializer())) {
            producer.send(new ProducerRecord<>(Topics.RAW, id, article)).get();
        }
    }

    /** All that was published of these articles, by id and in order. */
    private static Map<String, List<EnrichedArticle>> published() {
        return TopicRecords.all(RealStack.get().bootstrapServers(), Topics.ENRICHED).stream()
                .collect(Collectors.groupingBy(
                        record -> new String(record.key(), UTF_8),
                        Collectors.mapping(
                                record -> TOPICS.enriched()
                                        .value()
                                        .deserializer()
                                        .deserialize(Topics.ENRICHED, record.value()),
                                Collectors.toList())));
    }
}
