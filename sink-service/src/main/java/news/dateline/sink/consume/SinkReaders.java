package news.dateline.sink.consume;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import news.dateline.sink.kafka.KafkaClients;
import news.dateline.sink.store.ArticleStore;
import news.dateline.sink.store.Database;
import news.dateline.sink.store.Failpoints;
import news.dateline.sink.store.Migrations;
import news.dateline.sink.store.SqlTrouble;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
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

    private final KafkaClients kafka;
    private final Producer<byte[], byte[]> producer;
    private final ConsumeSettings settings;
    private final RecordReader reader;
    private final ArticleStore store;
    private final Database database;
    private final Migrations migrations;
    private final SinkMetrics metrics;
    private final Failpoints failpoints;
    private final Clock clock;
    private final List<SinkLoop> loops = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    SinkReaders(
            KafkaClients kafka,
            Producer<byte[], byte[]> producer,
            ConsumeSettings settings,
            RecordReader reader,
            ArticleStore store,
            Database database,
            Migrations migrations,
            SinkMetrics metrics,
            Failpoints failpoints,
            Clock clock) {
        this.kafka = kafka;
        this.producer = producer;
        this.settings = settings;
        this.reader = reader;
        this.store = store;
        this.database = database;
        this.migrations = migrations;
        this.metrics = metrics;
        this.failpoints = failpoints;
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
        KafkaConsumer<byte[], byte[]> consumer = kafka.consumer(settings.group());
        KafkaClientMetrics figures = metrics.show(consumer);
        Admin admin = kafka.admin();
        DeadLetters deadLetters = new DeadLetters(producer, clock);
        Placement placement = new Placement(consumer, admin, database);
        BatchWriter writer = new BatchWriter(store, deadLetters, placement, metrics, failpoints);
        SinkLoop loop = new SinkLoop(consumer, reader, placement, writer, this::migrate, settings, metrics);
        Thread thread = new Thread(
                () -> {
                    try (figures;
                            admin) {
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
