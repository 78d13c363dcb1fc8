package news.dateline.ingest.subscriptions;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import news.dateline.Feed;
import news.dateline.FeedStatus;
import news.dateline.ingest.fetch.FetchException;
import news.dateline.ingest.fetch.UrlRules;
import news.dateline.ingest.subscriptions.FeedBook.Entry;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * What users do with subscriptions: put, delete, look. Any instance answers for all feeds, and shows what was put
 * through it as soon as it has answered. Thread-safe.
 */
@Singleton
public final class Subscriptions {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final FeedClients clients;
    private final FeedTail tail;
    private final FeedsSettings settings;
    private final UrlRules rules;
    private final Producer<byte[], byte[]> producer;
    private final Clock clock = Clock.systemUTC();

    Subscriptions(FeedClients clients, FeedTail tail, FeedsSettings settings, FetchProperties fetching) {
        this.clients = clients;
        this.tail = tail;
        this.settings = settings;
        this.rules = new UrlRules(fetching.allowPrivate());
        this.producer = clients.producer();
    }

    /**
     * A feed and how it is doing.
     *
     * @param feed definition and state
     * @param silent whether it has had nothing new for far longer than is usual for it
     */
    public record Known(Feed feed, boolean silent) {}

    /** Whether all feeds are known yet; before that, answers would lack some. */
    public boolean isReady() {
        return tail.isLoaded();
    }

    /** All feeds, by id. */
    public List<Known> all() {
        return tail.book().all().stream().map(this::known).toList();
    }

    /** One feed. */
    public Optional<Known> find(String id) {
        return tail.book().find(id).map(this::known);
    }

    private Known known(Entry entry) {
        Feed feed = entry.feed();
        boolean silent = feed.getStatus() == FeedStatus.active
                && FeedStates.rhythm(feed).isSilent(clock.instant(), settings.silentAfter());
        return new Known(feed, silent);
    }

    /** The shortest interval that a subscription may have. */
    public Duration shortestInterval() {
        return settings.shortestInterval();
    }

    /**
     * Subscribes to a feed, or changes a subscription; it is polled at once.
     *
     * @throws FetchException if the address may not be fetched
     * @throws KafkaException if Kafka did not acknowledge
     */
    public Known put(String id, String url, Duration interval, boolean fullText) throws FetchException {
        String checked = rules.check(url).toString();
        Feed old = tail.book().find(id).map(Entry::feed).orElse(null);
        Instant now = tail.book().nextDefinition(id, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Feed feed = FeedStates.put(old, id, checked, interval, fullText, now);
        write(id, feed);
        return find(id).orElseGet(() -> new Known(feed, false));
    }

    /**
     * Ends a subscription.
     *
     * @throws KafkaException if Kafka did not acknowledge
     */
    public void delete(String id) {
        write(id, null);
    }

    private void write(String id, Feed feed) {
        try {
            RecordMetadata stored =
                    producer.send(clients.record(id, feed, clock.instant())).get();
            if (!tail.book().await(stored.partition(), stored.offset() + 1, LONGEST_WAIT)) {
                throw new KafkaException("The feeds topic is read too slowly");
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka
                    ? kafka
                    : new KafkaException("The subscription could not be stored", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while storing a subscription", e);
        }
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
