package news.dateline.schemas.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import org.apache.kafka.common.header.Headers;

/**
 * Metadata that travels on every record: CloudEvents 1.0 attributes (Kafka protocol binding, binary content mode) and
 * the W3C trace context.
 */
public final class EventHeaders {
    public static final String TRACEPARENT = "traceparent";

    private EventHeaders() {}

    /**
     * Puts the CloudEvents attributes, replacing those already there.
     *
     * @param service name of the service that emits the event; {@code ce_source} is {@code /dateline/SERVICE}
     * @param type what happened, for example {@code news.dateline.article.received}
     * @param id unique among the events of the service
     * @param subject article id
     * @param time when it happened
     */
    public static void put(Headers headers, String service, String type, String id, String subject, Instant time) {
        set(headers, "ce_specversion", "1.0");
        set(headers, "ce_id", id);
        set(headers, "ce_source", "/dateline/" + service);
        set(headers, "ce_type", type);
        set(headers, "ce_subject", subject);
        set(headers, "ce_time", time.toString());
        set(headers, "content-type", "application/avro");
    }

    /** Puts the CloudEvents attributes of an article or kill that came in, as every record of the raw topic has them. */
    public static void putReceived(Headers headers, String service, RawArticle article) {
        String type = article.getStatus() == PubStatus.canceled
                ? "news.dateline.article.killed"
                : "news.dateline.article.received";
        put(headers, service, type, UUID.randomUUID().toString(), article.getId(), article.getReceivedAt());
    }

    /** Sets one header, replacing all of its name. */
    public static void set(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(UTF_8));
    }
}
