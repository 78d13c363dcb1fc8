package news.dateline.sink.consume;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;

/** The readers' part of {@code /health}: up while every one of them reads. */
@Singleton
final class ReadersHealth implements HealthIndicator {
    private final SinkReaders readers;

    ReadersHealth(SinkReaders readers) {
        this.readers = readers;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        List<LoopState> states = readers.states();
        boolean up = !states.isEmpty() && states.stream().allMatch(s -> s.phase() == LoopState.Phase.READING);
        Map<String, Object> details = new LinkedHashMap<>();
        for (int i = 0; i < states.size(); i++) {
            LoopState state = states.get(i);
            details.put(
                    "reader-" + (i + 1),
                    state.detail() == null ? state.phase().name() : state.phase() + ": " + state.detail());
        }
        return Publishers.just(HealthResult.builder("sink", up ? HealthStatus.UP : HealthStatus.DOWN)
                .details(details)
                .build());
    }
}
