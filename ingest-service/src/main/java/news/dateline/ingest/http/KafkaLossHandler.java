package news.dateline.ingest.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import news.dateline.edge.ProblemAnswers;
import news.dateline.edge.Problems;
import org.apache.kafka.common.KafkaException;

/** Kafka did not acknowledge in time: nothing is promised, the sender tries again. */
@Singleton
final class KafkaLossHandler implements ExceptionHandler<KafkaException, HttpResponse<?>> {
    private static final int RETRY_AFTER_SECONDS = 5;

    @Override
    @SuppressWarnings("rawtypes") // as the interface declares it
    public HttpResponse<?> handle(HttpRequest request, KafkaException exception) {
        return ProblemAnswers.answer(Problems.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "Kafka, or the schema registry, did not answer in time; send the request again, repeats do no harm")
                        .build())
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
    }
}
