package news.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import news.dateline.schemas.deadletter.DeadLetter;
import news.dateline.schemas.json.ArticleJson;
import news.dateline.schemas.topics.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows a topic of a running stack. */
@Command(name = "tail", description = "Follow a topic until Ctrl-C.", mixinStandardHelpOptions = true)
final class TailCommand implements Callable<Integer> {
    /** The topics that can be followed. */
    enum Which {
        RAW(Topics.RAW),
        ENRICHED(Topics.ENRICHED),
        DLQ(Topics.DEAD_LETTERS);

        private final String topic;

        Which(String topic) {
            this.topic = topic;
        }
    }

    @Parameters(arity = "0..1", paramLabel = "TOPIC", defaultValue = "enriched", description = "raw, enriched or dlq.")
    private Which which;

    @Option(names = "--from-beginning", description = "Start with the oldest record.")
    private boolean fromBeginning;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Bootstrap servers.")
    private String kafka;

    @Override
    public Integer call() {
        String servers = Addresses.kafka(kafka);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            assign(consumer, servers);
            Topics topics = Topics.in(Addresses.serdes());
            while (!System.out.checkError()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    System.out.println(shown(topics, record));
                }
                System.out.flush();
            }
        }
        return 0;
    }

    private void assign(KafkaConsumer<byte[], byte[]> consumer, String servers) {
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(which.topic, Duration.ofSeconds(10)).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
        } catch (TimeoutException e) {
            throw new Failure("Kafka does not answer at " + servers + "; start it with 'dateline up'");
        }
    }

    private String shown(Topics topics, ConsumerRecord<byte[], byte[]> record) {
        try {
            if (which == Which.DLQ) {
                return deadLetter(record);
            }
            if (record.value() == null) {
                throw new SerializationException("the record has no value");
            }
            ObjectNode article = which == Which.RAW
                    ? ArticleJson.write(topics.raw().value().deserializer().deserialize(record.topic(), record.value()))
                    : ArticleJson.write(
                            topics.enriched().value().deserializer().deserialize(record.topic(), record.value()));
            return json ? article.toString() : line(article);
        } catch (SerializationException | IllegalArgumentException e) {
            System.err.println("dateline: " + place(record) + " cannot be read: " + e.getMessage());
            return json
                    ? JsonNodeFactory.instance
                            .objectNode()
                            .put("error", e.getMessage())
                            .toString()
                    : place(record) + "  (not readable)";
        }
    }

    private static String line(ObjectNode article) {
        String version =
                article.has("version") ? "  v" + article.path("version").asInt() : "";
        String what = article.path("status").asText().equals("canceled")
                ? "KILLED " + article.path("reason").asText("")
                : article.path("headline").asText();
        return article.path("id").asText() + version + "  " + what;
    }

    private String deadLetter(ConsumerRecord<byte[], byte[]> record) {
        DeadLetter letter = DeadLetter.read(record.headers());
        String origin = letter.topic() + "-" + letter.partition() + "@" + letter.offset();
        if (!json) {
            return letter.time() + "  " + letter.service() + "  " + origin + "  " + letter.message();
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("topic", letter.topic()).put("partition", letter.partition()).put("offset", letter.offset());
        node.put("service", letter.service()).put("errorClass", letter.errorClass());
        node.put("message", letter.message()).put("time", letter.time().toString());
        node.put("key", record.key() == null ? null : new String(record.key(), UTF_8));
        return node.put("value", record.value()).toString();
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
