package news.dateline.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.dateline.schemas.topics.Topics;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The Compose stack, driven from outside. Runs where {@code DATELINE_TESTS_COMPOSE} is {@code on}: it takes minutes,
 * some 2 GB of memory, and a Docker engine with Compose.
 */
@EnabledIfEnvironmentVariable(named = "DATELINE_TESTS_COMPOSE", matches = "on")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {
    private static final int LOAD = 5_000;
    private static final int BATCH = 100;
    private static final int BATCHES_PER_KILL = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Path DASHBOARD = Path.of("../observability/grafana/dashboards/dateline.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static ComposeStack stack;

    @BeforeAll
    static void up() {
        stack = new ComposeStack();
        stack.build();
    }

    @AfterAll
    static void down() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    @Order(1)
    void aPushedArticleIsFoundAndAKilledOneIsGone() {
        assertThat(stack.push(article("smoke", 1))).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> total("smoke") == 1);

        String id =
                stack.search("source=smoke").path("articles").path(0).path("id").asText();
        assertThat(stack.kill(id)).isEqualTo(202);

        await().atMost(PATIENCE).until(() -> stack.sinkStatus("/v1/articles/" + id) == 410);
        assertThat(total("smoke")).isZero();
    }

    @Test
    @Order(2)
    void aReaderThatKnowsOnlyTheIdAndTheRegistryReadsTheTopics() throws IOException, InterruptedException {
        for (String topic : List.of(Topics.RAW, Topics.ENRICHED)) {
            byte[] bytes = records(topic).iterator().next().value();
            assertThat(bytes[0]).isZero();
            int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
            JsonNode answer = stack.get(stack.registry() + "/apis/ccompat/v7/schemas/ids/" + id);
            Schema schema = new Schema.Parser().parse(answer.path("schema").asText());
            GenericRecord record = new GenericDatumReader<GenericRecord>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
            assertThat(record.get("headline")).hasToString("Harbour bridge 1 opens in Oslo");
            assertThat(python(bytes)).isEqualTo(record.get("headline").toString());
        }
    }

    @Test
    @Order(3)
    void killingAnyContainerDuringALoadLosesAndDoublesNothing() throws ExecutionException, InterruptedException {
        AtomicInteger pushed = new AtomicInteger();
        Semaphore further = new Semaphore(0);
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> load(pushed, further));

        List<String> victims = List.of("ingest", "kafka", "enrich", "registry", "postgres", "sink");
        for (int i = 0; i < victims.size(); i++) {
            int sent = (i + 1) * BATCHES_PER_KILL;
            await().atMost(PATIENCE).until(() -> pushed.get() >= sent || load.isCompletedExceptionally());
            stack.docker("kill", stack.container(victims.get(i)));
            further.release(BATCHES_PER_KILL);
            stack.start(victims.get(i));
        }
        further.release(LOAD);
        load.get();

        await().atMost(PATIENCE).until(() -> total("load") == LOAD);
        assertThat(stack.sql("SELECT count(*) FROM articles WHERE source_id = 'load'"))
                .isEqualTo("" + LOAD);
        Map<String, Long> records = records(Topics.ENRICHED).stream()
                .collect(Collectors.groupingBy(ConsumerRecord::key, Collectors.counting()));
        // The killed article of the first test has two records, an article of the load one.
        assertThat(records).hasSize(LOAD + 1);
        assertThat(records.values().stream().filter(count -> count == 1).count())
                .isEqualTo(LOAD);
        assertThat(stack.sql("SELECT count(*) FROM article_versions v JOIN articles a ON a.id = v.article_id"
                        + " WHERE a.source_id = 'load'"))
                .isEqualTo("" + LOAD);
    }

    @Test
    @Order(4)
    void everyPanelOfTheDashboardShowsData() throws IOException {
        assumeTrue(PrometheusServer.installed(), "no Prometheus on this machine");
        try (PrometheusServer prometheus = PrometheusServer.start(
                Map.of("ingest", stack.port("INGEST"), "enrich", stack.port("ENRICH"), "sink", stack.port("SINK")))) {
            AtomicInteger number = new AtomicInteger(LOAD);
            for (JsonNode panel : JSON.readTree(DASHBOARD.toFile()).path("panels")) {
                for (JsonNode target : panel.path("targets")) {
                    await(panel.path("title").asText())
                            .atMost(PATIENCE)
                            .pollInterval(Duration.ofSeconds(1))
                            .until(() -> {
                                stack.push(article("panels", number.incrementAndGet()));
                                return !prometheus
                                        .query(target.path("expr").asText())
                                        .isEmpty();
                            });
                }
            }
            assertThat(prometheus.query("up")).containsExactly(1.0, 1.0, 1.0);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(prometheus.brokenRules()).isEmpty());
        }
    }

    @Test
    @Order(5)
    void everyServiceEndsInPeaceWhenItIsToldTo() {
        for (String service : List.of("ingest", "enrich", "sink")) {
            // 143 is the JVM's own end upon SIGTERM; 137 would be Docker's patience that ran out.
            assertThat(stack.stop(service)).as(service).isEqualTo(143);
            stack.start(service);
        }
    }

    @Test
    @Order(6)
    void aSecondInstanceTakesItsShareOfThePartitions() {
        stack.up("--profile", "scale");

        Map<String, String> reads = Map.of("dateline-enrich", Topics.RAW, "dateline-sink", Topics.ENRICHED);
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()))) {
            for (Map.Entry<String, String> group : reads.entrySet()) {
                await(group.getKey())
                        .atMost(PATIENCE)
                        .until(
                                () -> shares(admin, group.getKey(), group.getValue()),
                                shares -> shares.size() == 2 && shares.stream().allMatch(share -> share >= 2));
            }
        }
    }

    /** How many partitions of a topic each member of a group reads. */
    private static List<Long> shares(Admin admin, String group, String topic)
            throws ExecutionException, InterruptedException {
        Collection<MemberDescription> members = admin.describeConsumerGroups(List.of(group))
                .all()
                .get()
                .get(group)
                .members();
        return members.stream()
                .map(member -> member.assignment().topicPartitions().stream()
                        .filter(partition -> partition.topic().equals(topic))
                        .count())
                .toList();
    }

    /** Pushes the load as a careful sender does: what was not acknowledged is sent again. */
    private static void load(AtomicInteger pushed, Semaphore further) {
        further.release(BATCHES_PER_KILL);
        for (int first = 0; first < LOAD; first += BATCH) {
            further.acquireUninterruptibly();
            String batch = IntStream.range(first, first + BATCH)
                    .mapToObj(number -> article("load", number))
                    .collect(Collectors.joining());
            await().atMost(PATIENCE).until(() -> stack.push(batch) == 202);
            pushed.incrementAndGet();
        }
    }

    private static String article(String source, int number) {
        return """
            {"uri":"urn:%1$s:%2$d","source":{"id":"%1$s","name":"The Harbour Post"},\
            "headline":"Harbour bridge %2$d opens in Oslo","publishedAt":"2026-03-01T12:00:00+01:00",\
            "body":"The new harbour bridge number %2$d in Oslo opened to traffic, said Kari Holm of the council."}
            """.formatted(source, number);
    }

    private static int total(String source) {
        return stack.search("source=" + source + "&limit=1").path("total").asInt(-1);
    }

    /** Everything on the topic that is committed, in the order of its partitions. */
    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        Properties config = new Properties();
        config.put("bootstrap.servers", stack.bootstrapServers());
        config.put("isolation.level", "read_committed");
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    /** The headline as a reader in plain Python finds it. */
    private static String python(byte[] bytes) throws IOException, InterruptedException {
        Process python = new ProcessBuilder(
                        "python3",
                        Path.of("src/test/resources/news/dateline/acceptance/read_confluent.py")
                                .toString(),
                        stack.registry() + "/apis/ccompat/v7",
                        HexFormat.of().formatHex(bytes))
                .redirectErrorStream(true)
                .start();
        String output = new String(python.getInputStream().readAllBytes(), UTF_8);
        assertThat(python.waitFor()).as(output).isZero();
        return JSON.readTree(output).path("headline").asText();
    }
}
