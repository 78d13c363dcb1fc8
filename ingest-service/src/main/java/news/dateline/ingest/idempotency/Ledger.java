package news.dateline.ingest.idempotency;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the idempotency topic says of each key. It follows from the records' order and the broker's times alone, so every
 * instance that has read as far comes to the same. Thread-safe; one thread applies records. Answers stay in Kafka: the
 * ledger holds where.
 */
@Singleton
final class Ledger {
    /** How long an answer is given again. */
    static final Duration ANSWER_LIFE = Duration.ofHours(24);
    /** After this an attempt that told neither its answer nor its failure counts as dead. */
    static final Duration CLAIM_LIFE = Duration.ofSeconds(40);

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** A record's place in the topic. */
    record Place(int partition, long offset) {}

    /**
     * What is known of a key.
     *
     * @param answered whether its answer is in the topic, at this place; else it is claimed
     * @param token the attempt that holds it
     * @param fingerprint fingerprint of the request
     * @param since the broker's time of the record
     * @param place where the record is
     */
    record Entry(boolean answered, String token, String fingerprint, Instant since, Place place) {
        boolean holdsAt(Instant time) {
            return !time.isAfter(since.plus(answered ? ANSWER_LIFE : CLAIM_LIFE));
        }
    }

    /** Takes one record in. The first answer stays; a claim is void while an answer or another claim holds. */
    void apply(String key, LogEvent event, Instant appended, Place place) {
        Entry known = entries.get(key);
        boolean held = known != null && known.holdsAt(appended);
        switch (event.state()) {
            case CLAIMED -> {
                if (!held) {
                    entries.put(key, new Entry(false, event.token(), event.fingerprint(), appended, place));
                }
            }
            case ANSWERED -> {
                if (!held || !known.answered()) {
                    entries.put(key, new Entry(true, event.token(), event.fingerprint(), appended, place));
                }
            }
            case RELEASED -> {
                if (known != null && !known.answered() && known.token().equals(event.token())) {
                    entries.remove(key);
                }
            }
        }
    }

    /** What holds of a key at a time. */
    Optional<Entry> find(String key, Instant time) {
        return Optional.ofNullable(entries.get(key)).filter(entry -> entry.holdsAt(time));
    }

    /** Forgets what no longer holds. */
    void forgetBefore(Instant time) {
        entries.values().removeIf(entry -> !entry.holdsAt(time));
    }

    int size() {
        return entries.size();
    }
}
