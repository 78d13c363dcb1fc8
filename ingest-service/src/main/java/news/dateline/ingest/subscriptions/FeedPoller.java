package news.dateline.ingest.subscriptions;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import news.dateline.Feed;
import news.dateline.FeedStatus;
import news.dateline.ingest.feeds.Schedule;
import news.dateline.ingest.fetch.Fetcher;
import news.dateline.ingest.fetch.HostGate;
import news.dateline.ingest.fetch.Robots;
import news.dateline.ingest.subscriptions.FeedBook.Entry;
import news.dateline.schemas.topics.Topics;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the feeds of the partitions that the consumer group gives to this instance.
 *
 * <p>A partition that comes is taken over in three steps: its writer fences the former owner's, the book is awaited up
 * to the end of the partition, and then its feeds are polled from the state that they have. One thread keeps the
 * membership and looks for due feeds; a pool visits them.
 */
@Singleton
public final class FeedPoller implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final FeedClients clients;
    private final FeedTail tail;
    private final FeedsSettings settings;
    private final FeedMetrics metrics;
    private final Clock clock = Clock.systemUTC();
    private final Schedule schedule;
    private final Fetcher fetcher;
    private final HostGate gate;
    private final FeedVisitor visitor;
    private final ExecutorService pool;
    private final Thread thread = new Thread(this::run, "feeds-poller");
    private final Map<Integer, PartitionWriter> owned = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> joining = new HashMap<>();
    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();
    private final Set<String> visiting = ConcurrentHashMap.newKeySet();
    private final AtomicInteger free;
    private volatile KafkaConsumer<byte[], byte[]> member;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;

    FeedPoller(
            FeedClients clients, FeedTail tail, FeedsSettings settings, FetchProperties fetching, FeedMetrics metrics) {
        this.clients = clients;
        this.tail = tail;
        this.settings = settings;
        this.metrics = metrics;
        this.schedule = new Schedule(settings.longestInterval(), settings.longestBackoff(), Math::random);
        this.fetcher = new Fetcher(fetching.settings());
        this.gate = new HostGate(settings.hostPause());
        this.visitor = new FeedVisitor(
                fetcher,
                gate,
                new FullText(fetcher, new Robots(fetcher, clock), gate, settings.pagePause()),
                settings,
                clock);
        this.free = new AtomicInteger(settings.threads());
        AtomicInteger number = new AtomicInteger();
        this.pool = Executors.newFixedThreadPool(
                settings.threads(), task -> new Thread(task, "feeds-" + number.incrementAndGet()));
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        tail.start();
        if (settings.enabled()) {
            metrics.show(this::silent, () -> mine().size());
            thread.start();
        }
    }

    private void run() {
        while (!stopping) {
            try (KafkaConsumer<byte[], byte[]> consumer = clients.member()) {
                member = consumer;
                consumer.subscribe(List.of(Topics.FEEDS), new Handover(consumer));
                while (!stopping) {
                    turn(consumer);
                }
            } catch (WakeupException e) {
                // only stop() wakes it
            } catch (KafkaException e) {
                LOG.warn("event=feeds-membership-lost group={} reason=\"{}\"", settings.group(), e.getMessage());
                pause();
            } catch (RuntimeException e) {
                LOG.error("event=feeds-poller-failed group={}", settings.group(), e);
                pause();
            } finally {
                joining.clear();
                Set.copyOf(owned.keySet()).forEach(this::release);
            }
        }
    }

    private void pause() {
        try {
            if (stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                stopping = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private void turn(KafkaConsumer<byte[], byte[]> consumer) {
        consumer.poll(settings.tick()); // everything is paused: this keeps the membership
        takeOver(consumer);
        mend();
        Instant now = clock.instant();
        mine().stream()
                .filter(entry -> isDue(entry.feed(), now))
                .sorted(Comparator.comparing(entry -> entry.feed().getNextPoll()))
                .takeWhile(entry -> free.get() > 0)
                .forEach(entry -> begin(entry));
    }

    /** The feeds that this instance polls. */
    private List<Entry> mine() {
        return tail.book().all().stream()
                .filter(entry -> owned.containsKey(entry.partition()))
                .toList();
    }

    private long silent() {
        Instant now = clock.instant();
        return mine().stream()
                .filter(entry -> entry.feed().getStatus() == FeedStatus.active)
                .filter(entry -> FeedStates.rhythm(entry.feed()).isSilent(now, settings.silentAfter()))
                .count();
    }

    private boolean isDue(Feed feed, Instant now) {
        return feed.getStatus() == FeedStatus.active
                && feed.getNextPoll() != null
                && !feed.getNextPoll().isAfter(now)
                && !visiting.contains(feed.getId())
                && !notBefore.getOrDefault(feed.getId(), Instant.EPOCH).isAfter(now);
    }

    private void begin(Entry entry) {
        String id = entry.feed().getId();
        if (!gate.tryEnter(FeedVisitor.host(entry.feed()))) {
            return;
        }
        visiting.add(id);
        free.decrementAndGet();
        pool.execute(() -> {
            try {
                poll(entry);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                notBefore.put(id, clock.instant().plus(RETRY));
                LOG.warn("event=poll-failed feed={} reason=\"{}\"", id, e.toString());
            } finally {
                free.incrementAndGet();
                visiting.remove(id);
            }
        });
    }

    private void poll(Entry entry) throws InterruptedException {
        Feed asked = entry.feed();
        Visit visit = visitor.visit(asked);
        PartitionWriter writer = owned.get(entry.partition());
        if (writer == null) {
            return; // handed over meanwhile: the new owner asks again
        }
        boolean written = writer.write(asked.getId(), () -> {
            Feed now = tail.book().find(asked.getId()).map(Entry::feed).orElse(null);
            if (now == null || !now.getUrl().equals(asked.getUrl())) {
                return null; // deleted, or put with another address
            }
            Feed next = FeedStates.after(now, visit, clock.instant(), schedule);
            return new PartitionWriter.Step(visit instanceof Visit.Read read ? read.fresh() : List.of(), next);
        });
        if (written) {
            metrics.visited(visit);
            LOG.debug(
                    "event=polled feed={} outcome={}",
                    asked.getId(),
                    visit.getClass().getSimpleName());
        }
    }

    private final class Handover implements ConsumerRebalanceListener {
        private final KafkaConsumer<byte[], byte[]> consumer;

        Handover(KafkaConsumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(partitions);
            partitions.forEach(each -> joining.put(each.partition(), Instant.EPOCH));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            for (TopicPartition each : partitions) {
                joining.remove(each.partition());
                release(each.partition());
            }
        }
    }

    private void takeOver(KafkaConsumer<byte[], byte[]> consumer) {
        owned.forEach((partition, writer) -> {
            if (writer.isBroken()) {
                release(partition);
                joining.put(partition, clock.instant().plus(RETRY));
            }
        });
        for (Map.Entry<Integer, Instant> each : Map.copyOf(joining).entrySet()) {
            if (!each.getValue().isAfter(clock.instant())) {
                takeOver(consumer, each.getKey());
            }
        }
    }

    private void takeOver(KafkaConsumer<byte[], byte[]> consumer, int partition) {
        PartitionWriter writer = null;
        try {
            writer = new PartitionWriter(clients.transactional(partition), clients, tail.book(), clock);
            TopicPartition feeds = new TopicPartition(Topics.FEEDS, partition);
            long end = consumer.endOffsets(List.of(feeds)).get(feeds);
            if (tail.book().await(partition, end, RETRY)) {
                joining.remove(partition);
                owned.put(partition, writer);
                LOG.info("event=feeds-taken-over partition={}-{}", Topics.FEEDS, partition);
                return;
            }
        } catch (KafkaException e) {
            LOG.warn("event=take-over-failed partition={} reason=\"{}\"", partition, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
        joining.put(partition, clock.instant().plus(RETRY));
        if (writer != null) {
            writer.close();
        }
    }

    private void release(int partition) {
        PartitionWriter writer = owned.remove(partition);
        if (writer != null) {
            writer.close();
            LOG.info("event=feeds-released partition={}-{}", Topics.FEEDS, partition);
        }
    }

    /** Writes what holds where a record says something older. */
    private void mend() {
        for (FeedBook.Stray stray : tail.book().strays()) {
            PartitionWriter writer = owned.get(stray.partition());
            if (writer != null) {
                try {
                    writer.write(
                            stray.id(),
                            () -> new PartitionWriter.Step(
                                    List.of(),
                                    tail.book()
                                            .find(stray.id())
                                            .map(Entry::feed)
                                            .orElse(null)));
                } catch (KafkaException e) {
                    LOG.warn("event=mending-failed feed={} reason=\"{}\"", stray.id(), e.getMessage());
                }
            }
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        stopped.countDown();
        KafkaConsumer<byte[], byte[]> polling = member;
        if (polling != null) {
            polling.wakeup();
        }
        if (thread.isAlive()) {
            thread.join(LONGEST_STOP.toMillis());
        }
        pool.shutdownNow();
        fetcher.close();
        if (!pool.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("event=stop-timed-out pool=feeds");
        }
    }
}
