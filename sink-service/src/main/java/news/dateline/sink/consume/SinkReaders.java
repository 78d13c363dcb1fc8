package news.dateline.sink.consume;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micronaut.configuration.kafka.config.KafkaDefaultConfiguration;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import news.dateline.schemas.topics.Topics;
import news.dateline.sink.store.ArticleStore;
import news.dateline.sink.store.Database;
import news.dateline.sink.store.Migrations;
import news.dateline.sink.store.SqlTrouble;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the reading threads: starts them once the server is up, and when the context closes lets each finish the batch
 * in hand.
 */
@Singleton
public final class SinkReaders implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(SinkReaders.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final KafkaDefaultConfiguration kafka;
    private final ConsumeSettings settings;
    private final RecordReader reader;
    private final ArticleStore store;
    private final Database database;
    private final Migrations migrations;
    private final SinkMetrics metrics;
    private final Clock clock;
    private final List<SinkLoop> loops = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    SinkReaders(
            KafkaDefaultConfiguration kafka,
            ConsumeSettings settings,
            RecordReader reader,
            ArticleStore store,
            Database database,
            Migrations migrations,
            SinkMetrics metrics,
            Clock clock) {
        this.kafka = kafka;
        this.settings = settings;
        this.reader = reader;
        this.store = store;
        this.database = database;
        this.migrations = migrations;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public synchronized void onApplicationEvent(ServerStartupEvent event) {
        for (int i = 1; i <= settings.threads(); i++) {
            start("dateline-sink-" + i);
        }
        metrics.showLag(loops);
    }

    /** What each loop is doing. */
    synchronized List<LoopState> states() {
        return loops.stream().map(SinkLoop::state).toList();
    }

    private void start(String name) {
        KafkaConsumer<byte[], byte[]> consumer = consumer();
        KafkaClientMetrics figures = metrics.show(consumer);
        Admin admin = Admin.create(kafka.getConfig());
        DeadLetters deadLetters = new DeadLetters(producer(), clock);
        Placement placement = new Placement(consumer, admin, database);
        BatchWriter writer = new BatchWriter(store, deadLetters, placement, metrics);
        SinkLoop loop = new SinkLoop(consumer, reader, placement, writer, this::migrate, settings, metrics);
        Thread thread = new Thread(
                () -> {
                    try (figures;
                            admin;
                            deadLetters) {
                        loop.run();
                    }
                },
                name);
        loops.add(loop);
        threads.add(thread);
        thread.start();
    }

    private void migrate() {
        try {
            migrations.run();
        } catch (FlywayException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && SqlTrouble.of(sql) == SqlTrouble.UNAVAILABLE) {
                    throw new Unavailable("The database does not answer", sql);
                }
            }
            throw e;
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Properties config = kafka.getConfig();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.putIfAbsent(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000); // sees soon that its topic is there
        config.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 * Topics.MAX_RECORD_BYTES); // bounds its memory
        if (!"consumer".equalsIgnoreCase(config.getProperty(ConsumerConfig.GROUP_PROTOCOL_CONFIG))) {
            // After a crash the next start waits this long for its partitions; stored offsets keep a zombie harmless.
            config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
            config.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        }
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Properties config = kafka.getConfig();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * Topics.MAX_RECORD_BYTES);
        config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 20_000);
        config.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 40_000);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @PreDestroy
    synchronized void stop() throws InterruptedException {
        loops.forEach(SinkLoop::stop);
        for (Thread thread : threads) {
            thread.join(LONGEST_STOP.toMillis());
            if (thread.isAlive()) {
                LOG.warn("event=stop-timed-out thread={}", thread.getName());
            }
        }
    }
}
