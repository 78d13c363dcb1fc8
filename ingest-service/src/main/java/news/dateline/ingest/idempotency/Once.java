package news.dateline.ingest.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import news.dateline.edge.ProblemAnswers;
import news.dateline.edge.Problems;
import news.dateline.edge.access.Caller;
import news.dateline.ingest.idempotency.Ledger.Entry;
import news.dateline.ingest.publish.Outlet;
import news.dateline.ingest.publish.RawArticlePublisher;
import news.dateline.schemas.topics.Topics;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.zalando.problem.ThrowableProblem;

/**
 * Works on a request once, however often it is sent. Without an Idempotency-Key it is simply worked on. With one, its key
 * is claimed; then its articles and its answer are committed together; a repeat gets that answer, a different request
 * under the same key is refused, and one that meets its twin still in work is asked to come back. Thread-safe.
 */
@Singleton
public final class Once {
    private static final String HEADER = "Idempotency-Key";
    private static final String SOON = "2";
    private static final int ROOM_FOR_THE_REST = 16 * 1024;

    /**
     * A commit is begun within this after the claim, or not at all: even if the instance stands still just before it, the
     * broker, which looks for late transactions every ten seconds, has rolled it back when the claim ends.
     */
    private static final Duration LATEST_COMMIT =
            Ledger.CLAIM_LIFE.minus(Transactions.TIMEOUT).minusSeconds(10);

    private final RawArticlePublisher publisher;
    private final Ledger ledger;
    private final LedgerReader reader;
    private final Claims claims;
    private final Transactions transactions;
    private final KeptAnswers kept;
    private final JsonMapper json;
    private final Clock clock = Clock.systemUTC();

    Once(
            RawArticlePublisher publisher,
            Ledger ledger,
            LedgerReader reader,
            Claims claims,
            Transactions transactions,
            KeptAnswers kept,
            JsonMapper json) {
        this.publisher = publisher;
        this.ledger = ledger;
        this.reader = reader;
        this.claims = claims;
        this.transactions = transactions;
        this.kept = kept;
        this.json = json;
    }

    /** What is to be done once: publishes what the body says to the outlet and gives the answer, or throws a problem. */
    public interface Work {
        HttpResponse<?> done(InputStream body, Outlet outlet) throws IOException;
    }

    /** Whether the sender asks for it: the body must then fit in memory, as the key stands for all of it. */
    public static boolean isAsked(HttpRequest<?> request) {
        return request.getHeaders().contains(HEADER);
    }

    /**
     * The answer to a request.
     *
     * @param body the request's body, bounded in length if {@linkplain #isAsked asked}
     * @throws IOException if the body cannot be read
     * @throws ThrowableProblem if the request, or its key, is wrong
     * @throws KafkaException if Kafka does not answer in time; then the request can be sent again with the same key
     */
    public HttpResponse<?> answer(HttpRequest<?> request, InputStream body, Work work) throws IOException {
        String header = request.getHeaders().get(HEADER);
        if (header == null) {
            return work.done(body, publisher);
        }
        byte[] whole = body.readAllBytes();
        String key = RequestKey.of(Caller.of(request), header);
        String fingerprint = RequestKey.fingerprint(
                request.getMethodName(),
                request.getUri().toString(),
                request.getHeaders().get(HttpHeaders.CONTENT_TYPE, String.class, ""),
                whole);
        try {
            return answer(key, fingerprint, outlet -> work.done(new ByteArrayInputStream(whole), outlet));
        } catch (BusyException e) {
            return later(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return later(HttpStatus.SERVICE_UNAVAILABLE, "The service is stopping");
        }
    }

    private interface Rest {
        HttpResponse<?> into(Outlet outlet) throws IOException;
    }

    private HttpResponse<?> answer(String key, String fingerprint, Rest work) throws InterruptedException, IOException {
        if (!reader.isReady()) {
            throw new BusyException("The service has not read all idempotency keys yet");
        }
        Entry known = ledger.find(key, clock.instant()).orElse(null);
        if (known != null && known.answered()) {
            return repeated(known, fingerprint);
        }
        long begun = System.nanoTime();
        String token = Claims.token();
        // Even where another's claim is known: reading up to one's own shows an answer that was given just now
        // elsewhere.
        Entry holds = claims.claim(key, fingerprint, token);
        return holds.token().equals(token) ? worked(key, holds, begun, work) : repeated(holds, fingerprint);
    }

    private HttpResponse<?> worked(String key, Entry claim, long begun, Rest work)
            throws InterruptedException, IOException {
        boolean free = true;
        try (Transaction transaction = transactions.begin()) {
            Answer answer = answerOf(work, transaction);
            if (System.nanoTime() - begun > LATEST_COMMIT.toNanos()) {
                throw new TimeoutException("The request took too long to be committed safely");
            }
            free = false; // from here on Kafka may have it, whatever it says
            transaction.commit(key, LogEvent.answered(claim.token(), claim.fingerprint(), answer));
            return response(answer);
        } finally {
            if (free) {
                claims.release(key, claim.token());
            }
        }
    }

    private HttpResponse<?> repeated(Entry entry, String fingerprint) {
        if (!entry.fingerprint().equals(fingerprint)) {
            throw Problems.of(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "this Idempotency-Key was used for a different request; use a new key for each request")
                    .build();
        }
        return entry.answered()
                ? response(kept.read(entry.place()))
                : later(HttpStatus.CONFLICT, "a request with this Idempotency-Key is still in work");
    }

    private Answer answerOf(Rest work, Outlet outlet) throws IOException {
        HttpResponse<?> response;
        try {
            response = work.into(outlet);
        } catch (ThrowableProblem e) {
            response = ProblemAnswers.answer(e);
        }
        String body = text(response);
        if (body.getBytes(UTF_8).length > Topics.MAX_RECORD_BYTES - ROOM_FOR_THE_REST) {
            throw Problems.of(
                            HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                            "the request has too many items for its answer to be kept under an Idempotency-Key;"
                                    + " send them in several requests")
                    .build();
        }
        return new Answer(
                response.code(),
                response.getContentType()
                        .orElse(MediaType.APPLICATION_JSON_TYPE)
                        .toString(),
                body);
    }

    private String text(HttpResponse<?> response) {
        try {
            return json.writeValueAsString(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("An answer could not be written", e);
        }
    }

    private static HttpResponse<?> response(Answer answer) {
        return HttpResponse.status(HttpStatus.valueOf(answer.status()))
                .contentType(answer.contentType())
                .body(answer.body().getBytes(UTF_8));
    }

    private static HttpResponse<?> later(HttpStatus status, String detail) {
        return ProblemAnswers.answer(Problems.of(status, detail).build()).header(HttpHeaders.RETRY_AFTER, SOON);
    }
}
