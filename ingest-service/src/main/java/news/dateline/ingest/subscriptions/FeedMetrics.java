package news.dateline.ingest.subscriptions;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** What the polls come to, {@code dateline.ingest.feeds.*}. Thread-safe. */
@Singleton
final class FeedMetrics {
    private final MeterRegistry registry;
    private final Counter items;
    private final Counter failures;

    FeedMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.items = Counter.builder("dateline.ingest.feeds.items")
                .description("Items published, corrections counted again")
                .register(registry);
        this.failures = Counter.builder("dateline.ingest.feeds.failures")
                .description("Polls that failed")
                .register(registry);
    }

    /** Shows how many of this instance's feeds are silent, and how many there are. */
    void show(Supplier<Number> silent, Supplier<Number> polled) {
        Gauge.builder("dateline.ingest.feeds.silent", silent)
                .description("Feeds of this instance that have had nothing new for far longer than is usual for them")
                .register(registry);
        Gauge.builder("dateline.ingest.feeds.polled", polled)
                .description("Feeds that this instance polls")
                .register(registry);
    }

    void visited(Visit visit) {
        String outcome = "read";
        if (visit instanceof Visit.Same) {
            outcome = "unchanged";
        } else if (visit instanceof Visit.Gone) {
            outcome = "gone";
        } else if (visit instanceof Visit.Failed || visit instanceof Visit.Read read && read.incomplete() != null) {
            outcome = "failed";
            failures.increment();
        }
        registry.counter("dateline.ingest.feeds.polls", "outcome", outcome).increment();
        if (visit instanceof Visit.Read read) {
            items.increment(read.fresh().size());
        }
    }
}
