package news.dateline.sink.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import news.dateline.edge.ProblemAnswers;
import news.dateline.edge.Problems;
import news.dateline.sink.store.SqlTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers 503 while the database is away or not yet set up, so that callers try again. */
@Singleton
@SuppressWarnings("rawtypes") // as the interface has it
final class StoreTrouble implements ExceptionHandler<SQLException, HttpResponse<Map<String, Object>>> {
    private static final Logger LOG = LoggerFactory.getLogger(StoreTrouble.class);
    private static final String UNDEFINED_TABLE = "42P01";

    @Override
    public HttpResponse<Map<String, Object>> handle(HttpRequest request, SQLException failure) {
        if (SqlTrouble.of(failure) == SqlTrouble.UNAVAILABLE || UNDEFINED_TABLE.equals(failure.getSQLState())) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE, "The article store does not answer now; try again soon")
                    .header("Retry-After", "5");
        }
        LOG.error("event=query-failed path={} sqlState={}", request.getPath(), failure.getSQLState(), failure);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "The server failed on this request; its log says why");
    }

    private static MutableHttpResponse<Map<String, Object>> answer(HttpStatus status, String detail) {
        return ProblemAnswers.answer(Problems.of(status, detail).build());
    }
}
