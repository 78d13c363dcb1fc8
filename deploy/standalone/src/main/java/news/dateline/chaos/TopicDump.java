package news.dateline.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.schemas.topics.Topic;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what is committed on the topics of a line, from their beginnings to their present ends. */
final class TopicDump {
    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrapServers;
    private final Topics topics = Topics.in(AvroSerdes.singleObject());

    TopicDump(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    Map<String, Map<Integer, Integer>> raw() {
        Map<String, Map<Integer, Integer>> found = new HashMap<>();
        Deserializer<RawArticle> values = topics.raw().value().deserializer();
        read(topics.raw(), record -> {
            String id = new String(record.key(), UTF_8);
            if (!id.startsWith("poison-")) {
                RawArticle article = values.deserialize(record.topic(), record.value());
                int text = article.getStatus() == PubStatus.canceled ? Deed.KILLED : Script.text(article.getBody());
                found.computeIfAbsent(id, key -> new HashMap<>()).merge(text, 1, Integer::sum);
            }
        });
        return found;
    }

    Map<String, List<Version>> enriched(Findings findings) {
        Map<String, List<Version>> found = new HashMap<>();
        Deserializer<EnrichedArticle> values = topics.enriched().value().deserializer();
        read(topics.enriched(), record -> {
            EnrichedArticle article = values.deserialize(record.topic(), record.value());
            boolean killed = article.getStatus() == PubStatus.canceled;
            if (killed && (article.getBody() != null || article.getHeadline() != null)) {
                findings.add(Findings.Kind.KILL_NOT_HONOURED, "a kill on the enriched topic has its text");
            }
            found.computeIfAbsent(article.getId(), key -> new ArrayList<>())
                    .add(new Version(article.getVersion(), killed ? Deed.KILLED : Script.text(article.getBody())));
        });
        return found;
    }

    /** Every poison that Kafka has acknowledged is one dead letter, byte for byte. */
    void checkDeadLetters(Map<String, byte[]> poison, Findings findings) {
        Map<String, Integer> letters = new HashMap<>();
        read(topics.deadLetters(), record -> {
            String key = new String(record.key(), UTF_8);
            letters.merge(key, 1, Integer::sum);
            if (!Arrays.equals(record.value(), poison.get(key))) {
                findings.add(Findings.Kind.WRONG_VERSION, "dead letter " + key + " has other bytes");
            }
        });
        for (String key : poison.keySet()) {
            int count = letters.getOrDefault(key, 0);
            if (count != 1) {
                findings.add(
                        count == 0 ? Findings.Kind.LOST : Findings.Kind.DOUBLED,
                        key + " is " + count + " dead letters");
            }
        }
    }

    private void read(Topic<?, ?> topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(each);
            }
        }
    }
}
