package news.dateline.setup;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import news.dateline.schemas.Schemas;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import news.dateline.schemas.wire.IncompatibleSchemaException;
import news.dateline.schemas.wire.SchemaRegistry;
import news.dateline.schemas.wire.WireFormat;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The setup job: creates the topics that are missing, registers the schemas, and ends. It may run as often as one
 * likes; what is there stays. It exits with 1 if Kafka or the registry stays away, or a schema is refused.
 *
 * <p>Settings, from the environment: {@code KAFKA_BOOTSTRAP_SERVERS} and other settings of Kafka's admin client as
 * {@code KAFKA_…}; {@code SCHEMA_REGISTRY_URL}, and {@code DATELINE_SERDE} (where it is {@code single-object}, no
 * schema is registered); {@code DATELINE_TOPIC_PARTITIONS} (6) and
 * {@code DATELINE_TOPIC_REPLICAS} (1) of topics that it creates; {@code DATELINE_SETUP_PATIENCE} (PT2M), how long it
 * waits for the two.
 */
public final class SetUp {
    private static final Logger LOG = LoggerFactory.getLogger(SetUp.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, String> environment;
    private final Instant end;

    SetUp(Map<String, String> environment) {
        this.environment = environment;
        this.end = Instant.now().plus(Duration.parse(environment.getOrDefault("DATELINE_SETUP_PATIENCE", "PT2M")));
    }

    public static void main(String[] args) {
        try {
            new SetUp(System.getenv()).run();
        } catch (RuntimeException e) {
            LOG.error("event=setup-failed detail=\"{}\"", e.getMessage(), e.getCause());
            System.exit(1);
        }
    }

    void run() {
        patiently("kafka", this::createTopics);
        if (WireFormat.parse(environment.getOrDefault("DATELINE_SERDE", "registry")) == WireFormat.REGISTRY) {
            String url = environment.get("SCHEMA_REGISTRY_URL");
            if (url == null || url.isBlank()) {
                throw new IllegalArgumentException("SCHEMA_REGISTRY_URL must name the schema registry");
            }
            patiently(
                    "registry", () -> Schemas.bySubject().forEach((subject, schema) -> register(url, subject, schema)));
        }
    }

    private void createTopics() {
        int partitions = Integer.parseInt(environment.getOrDefault("DATELINE_TOPIC_PARTITIONS", "6"));
        short replicas = Short.parseShort(environment.getOrDefault("DATELINE_TOPIC_REPLICAS", "1"));
        try (Admin admin = Admin.create(kafka(environment))) {
            Topics.in(AvroSerdes.singleObject()).createMissing(admin, partitions, replicas);
        }
        LOG.info("event=topics-ready");
    }

    private static void register(String url, String subject, Schema schema) {
        SchemaRegistry registry = new SchemaRegistry(url);
        int id = registry.register(subject, schema);
        registry.holdFullTransitive(subject);
        LOG.info("event=schema-ready subject={} id={}", subject, id);
    }

    /** Every setting of the admin client that the environment names, under Kafka's name. */
    static Map<String, Object> kafka(Map<String, String> environment) {
        Map<String, Object> config = new HashMap<>();
        for (String name : AdminClientConfig.configNames()) {
            String value =
                    environment.get("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'));
            if (value != null) {
                config.put(name, value);
            }
        }
        config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return config;
    }

    /** Tries again while what is needed does not answer; a refusal ends it at once. */
    private void patiently(String needed, Runnable step) {
        while (true) {
            try {
                step.run();
                return;
            } catch (IncompatibleSchemaException | NumberFormatException e) {
                throw e;
            } catch (UncheckedIOException | IllegalStateException | KafkaException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                LOG.info("event=waiting-for-{} detail=\"{}\"", needed, e.getMessage());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
