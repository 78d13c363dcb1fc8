package news.dateline.sink.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.List;
import news.dateline.sink.store.ArticleStore.Written;

/** What the sink counts, {@code dateline.sink.*}. Thread-safe. */
@Singleton
final class SinkMetrics {
    private final MeterRegistry registry;
    private final Counter stored;
    private final Counter killed;
    private final Counter stale;
    private final Counter dead;
    private final Counter retries;
    private final Timer batches;

    SinkMetrics(MeterRegistry registry) {
        this.registry = registry;
        stored = records(registry, "stored");
        killed = records(registry, "killed");
        stale = records(registry, "stale");
        dead = records(registry, "dead-lettered");
        retries = Counter.builder("dateline.sink.retries")
                .description("Times that the sink waited for the database, Kafka or the registry")
                .register(registry);
        batches = Timer.builder("dateline.sink.batches")
                .description("Time from a poll's records to their commit in PostgreSQL")
                .publishPercentileHistogram()
                .register(registry);
    }

    private static Counter records(MeterRegistry registry, String outcome) {
        return Counter.builder("dateline.sink.records")
                .description("Records by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Shows how far readers are behind; they belong to the caller, who keeps them. */
    void showLag(List<SinkLoop> loops) {
        Gauge.builder(
                        "dateline.sink.lag",
                        loops,
                        l -> l.stream().mapToLong(SinkLoop::lag).sum())
                .description("Records of its topics that the sink has not read yet")
                .register(registry);
    }

    void written(Written written) {
        stored.increment(written.current());
        killed.increment(written.kills());
        stale.increment(written.stale());
    }

    void dead(int records) {
        dead.increment(records);
    }

    void waited() {
        retries.increment();
    }

    Timer batches() {
        return batches;
    }
}
