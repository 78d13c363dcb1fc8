package news.dateline.sink.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.time.Instant;
import java.util.List;
import news.dateline.schemas.topics.EventHeaders;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The last span of an article's trace: its record, stored with its batch. The record's {@code traceparent} names what
 * came before. Costs next to nothing where no OpenTelemetry agent listens.
 */
final class StoreSpans {
    private static final TextMapGetter<Headers> TRACEPARENT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
            return List.of(EventHeaders.TRACEPARENT);
        }

        @Override
        public String get(Headers headers, String key) {
            Header header = headers == null ? null : headers.lastHeader(key);
            return header == null ? null : new String(header.value(), UTF_8);
        }
    };

    private StoreSpans() {}

    static void add(Reading reading, Instant begun, Instant stored) {
        if (reading instanceof Reading.Article article) {
            Context before = W3CTraceContextPropagator.getInstance()
                    .extract(Context.root(), reading.record().headers(), TRACEPARENT);
            GlobalOpenTelemetry.getTracer("news.dateline.sink")
                    .spanBuilder("store article")
                    .setParent(before)
                    .setSpanKind(SpanKind.CONSUMER)
                    .setStartTimestamp(begun)
                    .setAttribute("dateline.article.id", article.article().getId())
                    .setAttribute("dateline.article.version", article.article().getVersion())
                    .setAttribute("messaging.destination.name", reading.record().topic())
                    .startSpan()
                    .end(stored);
        }
    }
}
