package news.dateline.ingest.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.dateline.Feed;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.RegistryOutage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the whole feeds topic into the book, from its beginning and for as long as the service runs. */
@Singleton
final class FeedTail implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final FeedClients clients;
    private final FeedBook book = new FeedBook();
    private final Thread thread = new Thread(this, "feeds-tail");
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private volatile int partitions;
    private volatile boolean loaded;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;

    FeedTail(FeedClients clients) {
        this.clients = clients;
    }

    void start() {
        thread.start();
    }

    FeedBook book() {
        return book;
    }

    /** Whether everything that stood in the topic when it began is in the book. */
    boolean isLoaded() {
        return loaded;
    }

    /** Number of the topic's partitions, 0 before it is known. */
    int partitions() {
        return partitions;
    }

    @Override
    public void run() {
        while (!stopping) {
            try (KafkaConsumer<byte[], byte[]> reader = clients.reader()) {
                consumer = reader;
                read(reader);
            } catch (WakeupException e) {
                // only stop() wakes it
            } catch (KafkaException e) {
                LOG.warn("event=feeds-tail-failed topic={} reason=\"{}\"", Topics.FEEDS, e.getMessage());
                pause();
            }
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> reader) {
        List<TopicPartition> all = new ArrayList<>();
        while (!stopping && all.isEmpty()) {
            for (PartitionInfo info : reader.partitionsFor(Topics.FEEDS)) {
                all.add(new TopicPartition(Topics.FEEDS, info.partition()));
            }
            if (all.isEmpty()) {
                pause();
            }
        }
        partitions = all.size();
        reader.assign(all);
        reader.seekToBeginning(all);
        var ends = reader.endOffsets(all);
        while (!stopping) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                take(record);
            }
            for (TopicPartition partition : all) {
                book.reached(partition.partition(), reader.position(partition));
            }
            loaded = loaded || all.stream().allMatch(each -> reader.position(each) >= ends.get(each));
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        String id = record.key() == null ? "" : new String(record.key(), UTF_8);
        try {
            Feed feed = clients.feed(record.value());
            if (feed != null) {
                FeedStates.check(feed);
            }
            book.take(record.partition(), record.offset(), id, feed);
        } catch (RuntimeException e) {
            if (RegistryOutage.caused(e)) {
                throw new KafkaException("The schema registry does not answer", e); // it is read again from the start
            }
            // Anyone can write to a topic. What is no feed is none, and the others are polled.
            LOG.warn(
                    "event=feed-unreadable feed={} record={}-{}@{} reason=\"{}\"",
                    id,
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.toString());
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

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        stopped.countDown();
        KafkaConsumer<byte[], byte[]> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        if (thread.isAlive()) {
            thread.join(Duration.ofSeconds(10).toMillis());
        }
    }
}
