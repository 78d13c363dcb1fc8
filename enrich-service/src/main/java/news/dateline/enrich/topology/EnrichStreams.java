package news.dateline.enrich.topology;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import news.dateline.enrich.enrichment.Enrichment;
import news.dateline.schemas.topics.Topics;
import news.dateline.schemas.wire.AvroSerdes;
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

    private final KafkaStreams streams;

    EnrichStreams(
            StreamsSettings settings,
            Enrichment enrichment,
            @Property(name = "dateline.serde") String serde,
            @Property(name = "schema.registry.url", defaultValue = "") String registryUrl) {
        Properties properties = settings.properties();
        Topology topology = EnrichTopology.build(
                Topics.in(AvroSerdes.of(serde, registryUrl, false)),
                enrichment,
                Clock.systemUTC(),
                new TopologyConfig(new StreamsConfig(properties)));
        streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(EnrichStreams::onError);
        streams.setStateListener((now, before) -> LOG.info("streams state={} before={}", now, before));
    }

    @PostConstruct
    void start() {
        streams.start();
    }

    @PreDestroy
    void close() {
        // Leaving hands the partitions over at once; without it they would wait for the session to end.
        streams.close(CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }

    KafkaStreams.State state() {
        return streams.state();
    }

    /** Kafka out of reach is no reason to give up; anything else is a bug, and stops the service's work for all to see. */
    private static StreamThreadExceptionResponse onError(Throwable error) {
        boolean passing = error instanceof RetriableException || error.getCause() instanceof RetriableException;
        LOG.error("stream thread failed passing={}", passing, error);
        return passing ? StreamThreadExceptionResponse.REPLACE_THREAD : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
