package news.dateline.schemas.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import news.dateline.schemas.topics.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A record that a service could not work on: its bytes untouched, and in headers where it came from and what was wrong.
 *
 * @param topic topic that the record came from
 * @param partition partition that it came from
 * @param offset offset that it had there
 * @param service service that failed on it
 * @param errorClass class of the exception
 * @param message what was wrong with it
 * @param time when that happened
 */
public record DeadLetter(
        String topic, int partition, long offset, String service, String errorClass, String message, Instant time) {
    private static final String PREFIX = "dlq.";
    private static final int MAX_MESSAGE = 2_000;

    /** What a service failed on. */
    public static DeadLetter of(
            String topic, int partition, long offset, String service, Throwable error, Instant time) {
        String message = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        String cut = message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) + "…" : message;
        return new DeadLetter(
                topic, partition, offset, service, error.getClass().getName(), cut, time);
    }

    /** The record for the dead-letter topic. The failed record's own headers are kept before those of the dead letter. */
    public ProducerRecord<byte[], byte[]> record(byte[] key, byte[] value, Headers original) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.DEAD_LETTERS, key, value);
        original.forEach(record.headers()::add);
        put(record.headers(), "topic", topic);
        put(record.headers(), "partition", Integer.toString(partition));
        put(record.headers(), "offset", Long.toString(offset));
        put(record.headers(), "service", service);
        put(record.headers(), "error.class", errorClass);
        put(record.headers(), "error.message", message);
        put(record.headers(), "time", time.toString());
        return record;
    }

    /**
     * Reads the headers of a record of the dead-letter topic.
     *
     * @throws IllegalArgumentException if one is missing or wrong
     */
    public static DeadLetter read(Headers headers) {
        return new DeadLetter(
                get(headers, "topic"),
                Integer.parseInt(get(headers, "partition")),
                Long.parseLong(get(headers, "offset")),
                get(headers, "service"),
                get(headers, "error.class"),
                get(headers, "error.message"),
                Instant.parse(get(headers, "time")));
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(PREFIX + name);
        headers.add(PREFIX + name, value.getBytes(UTF_8));
    }

    private static String get(Headers headers, String name) {
        Header header = headers.lastHeader(PREFIX + name);
        if (header == null) {
            throw new IllegalArgumentException("The record has no header " + PREFIX + name);
        }
        return new String(header.value(), UTF_8);
    }
}
