package news.dateline.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import news.dateline.EnrichedArticle;
import news.dateline.enrich.comparison.Comparison;
import news.dateline.enrich.comparison.Difference;
import news.dateline.enrich.enrichment.Enrichment;
import news.dateline.schemas.topics.Topic;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Tags history anew, into a topic beside the live one. The live topic is read, and written by {@link #promote} alone. Reads
 * what lies there when it begins; belongs to one thread.
 */
final class Reprocessing {
    private static final String LIVE = Topics.ENRICHED;
    private static final String ENRICH_GROUP = "dateline-enrich";
    private static final int EXAMPLES = 5;

    private final String servers;
    private final Topic<String, EnrichedArticle> articles;
    private final String parallel;

    /** @param name what stands in place of the live topic's {@code v1} */
    Reprocessing(String servers, AvroSerdes serdes, String name) {
        if (!name.matches("v[0-9a-z-]{1,30}") || name.equals("v1")) {
            throw new Failure("--into must be a name such as v2, other than v1; it is '" + name + "'");
        }
        this.servers = servers;
        this.articles = Topics.in(serdes).enriched();
        this.parallel = LIVE.substring(0, LIVE.lastIndexOf('.') + 1) + name;
    }

    /**
     * What came of it.
     *
     * @param articles how many were tagged anew
     * @param changed how many of them have other tags now
     * @param counts how many differences there are of each kind
     * @param examples at most five of each kind
     */
    record Report(
            String topic,
            int articles,
            int changed,
            Map<Difference.Kind, Integer> counts,
            Map<Difference.Kind, List<Difference>> examples) {}

    /**
     * Tags each article that was received since then, as its newest version is.
     *
     * @throws Failure if the parallel topic is there already
     */
    Report run(Enrichment enrichment, Instant since) {
        Map<String, EnrichedArticle> newest = newest(LIVE);
        create();
        Map<Difference.Kind, Integer> counts = new EnumMap<>(Difference.Kind.class);
        Map<Difference.Kind, List<Difference>> examples = new EnumMap<>(Difference.Kind.class);
        int changed = 0;
        int tagged = 0;
        try (KafkaProducer<String, EnrichedArticle> producer = producer()) {
            for (EnrichedArticle before : newest.values()) {
                if (before.getReceivedAt().isBefore(since)) {
                    continue;
                }
                EnrichedArticle after = enrichment.tagAgain(before);
                List<Difference> differences = Comparison.of(before, after);
                send(producer, parallel, after);
                tagged++;
                changed += differences.isEmpty() ? 0 : 1;
                for (Difference difference : differences) {
                    counts.merge(difference.kind(), 1, Integer::sum);
                    List<Difference> some = examples.computeIfAbsent(difference.kind(), kind -> new ArrayList<>());
                    if (some.size() < EXAMPLES) {
                        some.add(difference);
                    }
                }
            }
        }
        return new Report(parallel, tagged, changed, counts, examples);
    }

    /**
     * Puts the new tags into the live topic, for each article that is still of the version that was tagged, and removes the
     * parallel topic.
     *
     * @return how many articles were written
     * @throws Failure while enrich-service runs: a correction that it writes meanwhile would be undone
     */
    int promote() {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            boolean running = !admin.describeConsumerGroups(List.of(ENRICH_GROUP))
                    .describedGroups()
                    .get(ENRICH_GROUP)
                    .get()
                    .members()
                    .isEmpty();
            if (running) {
                throw new Failure("enrich-service is running; stop it, promote, and start it with the new annotators");
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new Failure("Kafka does not say whether enrich-service runs: "
                        + e.getCause().getMessage());
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        Map<String, EnrichedArticle> live = newest(LIVE);
        int written = 0;
        try (KafkaProducer<String, EnrichedArticle> producer = producer()) {
            for (EnrichedArticle tagged : newest(parallel).values()) {
                EnrichedArticle now = live.get(tagged.getId());
                if (now != null && now.getVersion() == tagged.getVersion() && !now.equals(tagged)) {
                    send(producer, LIVE, tagged);
                    written++;
                }
            }
        }
        discard();
        return written;
    }

    /** Removes the parallel topic. */
    void discard() {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            admin.deleteTopics(List.of(parallel)).all().get();
        } catch (ExecutionException e) {
            throw new Failure(
                    e.getCause() instanceof UnknownTopicOrPartitionException
                            ? "There is no topic " + parallel
                            : "Cannot delete " + parallel + ": " + e.getCause().getMessage());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void create() {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            int partitions = admin.describeTopics(List.of(LIVE))
                    .allTopicNames()
                    .get()
                    .get(LIVE)
                    .partitions()
                    .size();
            NewTopic topic = new NewTopic(parallel, Optional.of(partitions), Optional.empty());
            admin.createTopics(List.of(topic.configs(articles.config()))).all().get();
        } catch (ExecutionException e) {
            throw new Failure(
                    e.getCause() instanceof TopicExistsException
                            ? parallel + " is there already; promote or discard it, or take another name"
                            : "Cannot create " + parallel + ": " + e.getCause().getMessage());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** The newest record of each article, in the order of the topic. */
    private Map<String, EnrichedArticle> newest(String topic) {
        Map<String, EnrichedArticle> newest = new LinkedHashMap<>();
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", servers);
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", false);
        try (KafkaConsumer<String, EnrichedArticle> consumer = new KafkaConsumer<>(
                settings, articles.key().deserializer(), articles.value().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, Duration.ofSeconds(10)).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new Failure("There is no topic " + topic);
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, EnrichedArticle> record : consumer.poll(Duration.ofMillis(500))) {
                    newest.remove(record.key());
                    if (record.value() != null) {
                        newest.put(record.key(), record.value());
                    }
                }
            }
        } catch (TimeoutException e) {
            throw new Failure("Kafka does not answer at " + servers + "; start it with 'dateline up'");
        }
        return newest;
    }

    private KafkaProducer<String, EnrichedArticle> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all", "max.request.size", Topics.MAX_RECORD_BYTES),
                articles.key().serializer(),
                articles.value().serializer());
    }

    private static void send(KafkaProducer<String, EnrichedArticle> producer, String topic, EnrichedArticle article) {
        try {
            Future<?> kept = producer.send(new ProducerRecord<>(topic, article.getId(), article));
            kept.get();
        } catch (ExecutionException e) {
            throw new Failure("Kafka does not keep " + article.getId() + " in " + topic + ": "
                    + e.getCause().getMessage());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static Failure interrupted() {
        Thread.currentThread().interrupt();
        return new Failure("Interrupted");
    }
}
