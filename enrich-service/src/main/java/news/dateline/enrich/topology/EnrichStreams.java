package news.dateline.enrich.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import news.dateline.enrich.enrichment.Enrichment;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
import news.dateline.schemas.wire.RegistryOutage;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the topology for as long as the service lives. */
@Context
final class EnrichStreams {
    private static final Logger LOG = LoggerFactory.getLogger(EnrichStreams.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    private final KafkaStreams streams;
    private final GraphCheck check;
    private final Thread waiting = new Thread(this::startWhenKafkaAnswers, "dateline-wait-for-kafka");
    private final KafkaStreamsMetrics metrics;

    EnrichStreams(
            StreamsSettings settings,
            Enrichment enrichment,
            MeterRegistry meters,
            @Property(name = "dateline.serde") String serde,
            @Property(name = "schema.registry.url", defaultValue = "") String registryUrl) {
        Properties properties = settings.properties();
        properties.put(DeadLetterHandler.COUNTER, DeadLetterHandler.counter(meters));
        Topology topology = EnrichTopology.build(
                Topics.in(AvroSerdes.of(serde, registryUrl, false)),
                enrichment,
                Clock.systemUTC(),
                new TopologyConfig(new StreamsConfig(properties)));
        streams = new KafkaStreams(topology, properties);
        check = new GraphCheck(topology, properties);
        metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
        streams.setUncaughtExceptionHandler(EnrichStreams::onError);
        streams.setStateListener((now, before) -> LOG.info("streams state={} before={}", now, before));
    }

    /**
     * Starts the stream, later if Kafka does not answer yet.
     *
     * @throws IllegalStateException if it must not start on what an earlier release left
     */
    @PostConstruct
    void start() {
        if (check.passed()) {
            streams.start();
        } else {
            LOG.warn("Kafka does not answer; the stream starts as soon as it does");
            waiting.setDaemon(true);
            waiting.start();
        }
    }

    private void startWhenKafkaAnswers() {
        try {
            while (!check.passed()) {
                Thread.sleep(RETRY_PAUSE.toMillis());
            }
            streams.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            LOG.error("the stream is not started: {}", e.getMessage()); // and the service stays unready
        }
    }

    @PreDestroy
    void close() {
        waiting.interrupt();
        metrics.close();
        // Leaving hands the partitions over at once; without it they would wait for the session to end.
        streams.close(CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }

    KafkaStreams.State state() {
        return streams.state();
    }

    /**
     * Kafka or the schema registry out of reach is no reason to give up; anything else is a bug, and stops the service's
     * work for all to see.
     */
    private static StreamThreadExceptionResponse onError(Throwable error) {
        boolean registry = RegistryOutage.caused(error);
        boolean passing =
                registry || error instanceof RetriableException || error.getCause() instanceof RetriableException;
        if (!passing) {
            LOG.error("stream thread failed", error);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.warn(
                "stream thread is replaced reason={}",
                registry ? "the schema registry does not answer" : error.toString());
        // The next thread meets the same record at once; without a pause it would die of it without end.
        LockSupport.parkNanos(RETRY_PAUSE.toNanos());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
