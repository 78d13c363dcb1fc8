package news.dateline.sink.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import news.dateline.schemas.article.ArticleId;
import news.dateline.schemas.deadletter.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record of the dead-letter topic as it is stored. Anyone may write to that topic: one without Dateline's headers is
 * its own origin, and every text is cut and cleaned so that the store always takes it.
 *
 * @param id made from the failed record and its place, so that the same failure told twice is one
 * @param letter where it came from and what was wrong
 * @param articleId its key, where that has the form of an article's id, else null
 * @param key the failed record's key
 * @param value the failed record's value
 * @param headers the failed record's own headers
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record FailedRecord(
        String id, DeadLetter letter, String articleId, byte[] key, byte[] value, List<Header> headers) {
    private static final String PREFIX = "dlq.";
    private static final int LONGEST_NAME = 200;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** Reads a record of the dead-letter topic. */
    public static FailedRecord of(ConsumerRecord<byte[], byte[]> record) {
        DeadLetter letter = letter(record);
        List<Header> own = new ArrayList<>();
        record.headers().forEach(header -> {
            if (!header.key().startsWith(PREFIX)) {
                own.add(header);
            }
        });
        String key = record.key() == null ? "" : new String(record.key(), UTF_8);
        return new FailedRecord(
                id(letter, record),
                letter,
                ArticleId.isWellFormed(key) ? key : null,
                record.key(),
                record.value(),
                List.copyOf(own));
    }

    private static DeadLetter letter(ConsumerRecord<byte[], byte[]> record) {
        try {
            DeadLetter letter = DeadLetter.read(record.headers());
            Instant time = letter.time().isAfter(EARLIEST) && letter.time().isBefore(LATEST)
                    ? letter.time()
                    : Instant.ofEpochMilli(record.timestamp());
            return new DeadLetter(
                    clean(letter.topic()),
                    letter.partition(),
                    letter.offset(),
                    clean(letter.service()),
                    clean(letter.errorClass()),
                    letter.message().replace('\0', '\uFFFD'),
                    time);
        } catch (IllegalArgumentException | DateTimeException e) {
            return new DeadLetter(
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    "unknown",
                    "unknown",
                    "Its headers do not tell where it came from: " + clean(String.valueOf(e.getMessage())),
                    Instant.ofEpochMilli(Math.max(0, record.timestamp())));
        }
    }

    private static String clean(String text) {
        String cut = text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
        return cut.replace('\0', '\uFFFD');
    }

    private static String id(DeadLetter letter, ConsumerRecord<byte[], byte[]> record) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String place = String.format(
                    Locale.ROOT,
                    "%s\0%s\0%d\0%d\0",
                    letter.service(),
                    letter.topic(),
                    letter.partition(),
                    letter.offset());
            digest.update(place.getBytes(UTF_8));
            digest.update(record.key() == null ? new byte[0] : record.key());
            digest.update((byte) 0);
            digest.update(record.value() == null ? new byte[0] : record.value());
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
