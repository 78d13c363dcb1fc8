package news.dateline.sink.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.dateline.EnrichedArticle;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.article.PublicationTime;
import news.dateline.sink.store.ArticleStore.Written;
import org.apache.kafka.clients.consumer.Consumer;

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
    private final Timer receivedAge;
    private final Timer enrichedAge;
    private final Timer storedAge;
    private final Timer transit;

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
        receivedAge = age(registry, "received");
        enrichedAge = age(registry, "enriched");
        storedAge = age(registry, "stored");
        transit = Timer.builder("dateline.sink.article.transit")
                .description("Time from an article's receipt to its commit in PostgreSQL")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(10))
                .maximumExpectedValue(Duration.ofMinutes(10))
                .register(registry);
    }

    private static Timer age(MeterRegistry registry, String stage) {
        return Timer.builder("dateline.sink.article.age")
                .description("Time from an article's publication to each stage of its way")
                .tag("stage", stage)
                .register(registry);
    }

    private static Counter records(MeterRegistry registry, String outcome) {
        return Counter.builder("dateline.sink.records")
                .description("Records by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Shows a reader's own figures for as long as the reader lives; the caller closes them with it. */
    KafkaClientMetrics show(Consumer<?, ?> consumer) {
        KafkaClientMetrics metrics = new KafkaClientMetrics(consumer);
        metrics.bindTo(registry);
        return metrics;
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

    /** Articles of a batch that was stored just now; one that was only read again counts once more. */
    void stored(List<EnrichedArticle> articles, Instant now) {
        for (EnrichedArticle article : articles) {
            transit.record(between(article.getReceivedAt(), now));
            if (article.getPublishedAt() != null) {
                try {
                    Instant published = PublicationTime.instant(article.getPublishedAt());
                    receivedAge.record(between(published, article.getReceivedAt()));
                    enrichedAge.record(between(published, article.getEnrichedAt()));
                    storedAge.record(between(published, now));
                } catch (InvalidArticleException e) {
                    // A time that nobody can read has no age; storing it is not this class's matter.
                }
            }
        }
    }

    /** Clocks differ; an age below zero would be refused. */
    private static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
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
