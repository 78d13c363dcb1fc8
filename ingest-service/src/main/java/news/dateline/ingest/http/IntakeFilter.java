package news.dateline.ingest.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import java.util.concurrent.atomic.AtomicBoolean;
import news.dateline.edge.ProblemAnswers;
import news.dateline.edge.Problems;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Bounds what is taken in at once, before a body is read: so memory stays bounded whatever is sent, and what was taken
 * in can be finished.
 */
@Filter("/v1/**")
final class IntakeFilter implements HttpServerFilter {
    private static final String SOON = "1";

    private final Intake intake;
    private final long longestBody;
    private final Counter refused;

    IntakeFilter(
            IntakeSettings settings,
            @Property(name = "dateline.ingest.max-request-size") @ReadableBytes long longestBody,
            MeterRegistry meters) {
        this.intake = new Intake(settings.requests(), settings.bytes());
        this.longestBody = longestBody;
        this.refused = meters.counter("dateline.ingest.intake.refused");
        meters.gauge("dateline.ingest.intake.requests", intake, Intake::requests);
        meters.gauge("dateline.ingest.intake.bytes", intake, Intake::bytes);
    }

    @Override
    public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
        if (request.getMethod() != HttpMethod.POST && request.getMethod() != HttpMethod.PUT) {
            return chain.proceed(request);
        }
        long size = size(request);
        if (!intake.enter(size)) {
            refused.increment();
            return Flux.just(ProblemAnswers.answer(Problems.of(
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "more is being sent than can be taken in; send the request again after Retry-After")
                            .build())
                    .header(HttpHeaders.RETRY_AFTER, SOON));
        }
        AtomicBoolean left = new AtomicBoolean();
        return Flux.from(chain.proceed(request)).doFinally(signal -> {
            if (left.compareAndSet(false, true)) {
                intake.leave(size);
            }
        });
    }

    private long size(HttpRequest<?> request) {
        long length = request.getHeaders().contentLength().orElse(longestBody);
        boolean packed = request.getHeaders().contains(HttpHeaders.CONTENT_ENCODING);
        return packed ? longestBody : Math.min(length, longestBody);
    }
}
