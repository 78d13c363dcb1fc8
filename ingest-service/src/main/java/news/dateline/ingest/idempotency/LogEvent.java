package news.dateline.ingest.idempotency;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * One record of the idempotency topic, as JSON.
 *
 * @param state what became of the key
 * @param token names the attempt that it is about
 * @param fingerprint fingerprint of the request, null where the key is released
 * @param answer the answer, null unless the request is answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LogEvent(State state, String token, String fingerprint, Answer answer) {
    private static final JsonMapper JSON = new JsonMapper();

    enum State {
        /** An instance has begun to work on the request. */
        CLAIMED,
        /** The request is answered, for good. */
        ANSWERED,
        /** The attempt came to nothing; the key is free again. */
        RELEASED
    }

    static LogEvent claimed(String token, String fingerprint) {
        return new LogEvent(State.CLAIMED, token, fingerprint, null);
    }

    static LogEvent answered(String token, String fingerprint, Answer answer) {
        return new LogEvent(State.ANSWERED, token, fingerprint, answer);
    }

    static LogEvent released(String token) {
        return new LogEvent(State.RELEASED, token, null, null);
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event of strings must be writable", e);
        }
    }

    /** Reads a record; empty if it is none of ours. */
    static Optional<LogEvent> parse(String json) {
        try {
            LogEvent event = json == null ? null : JSON.readValue(json, LogEvent.class);
            return Optional.ofNullable(event).filter(LogEvent::isWhole);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private boolean isWhole() {
        return state != null
                && token != null
                && (state == State.RELEASED || fingerprint != null)
                && (state != State.ANSWERED || answer != null);
    }
}
