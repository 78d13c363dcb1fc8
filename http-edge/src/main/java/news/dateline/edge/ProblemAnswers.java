package news.dateline.edge;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.problem.ProblemErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zalando.problem.ThrowableProblem;

/**
 * Writes every error as problem+json (RFC 9457): a thrown problem with all its members, and the framework's own
 * refusals (no such route, wrong method, malformed request) with what is wrong with the request.
 */
@Singleton
@Replaces(ProblemErrorResponseProcessor.class)
public final class ProblemAnswers implements ErrorResponseProcessor<Map<String, Object>> {
    /** The media type of RFC 9457. */
    public static final MediaType PROBLEM = MediaType.of("application/problem+json");

    @Override
    public MutableHttpResponse<Map<String, Object>> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        ThrowableProblem problem = context.getRootCause()
                .filter(ThrowableProblem.class::isInstance)
                .map(ThrowableProblem.class::cast)
                .orElseGet(() -> Problems.of(response.status(), detail(context, response.status()))
                        .build());
        return response.contentType(PROBLEM).body(members(problem));
    }

    /** An answer that is a problem, for exception handlers. */
    public static MutableHttpResponse<Map<String, Object>> answer(ThrowableProblem problem) {
        return HttpResponse.<Map<String, Object>>status(
                        HttpStatus.valueOf(problem.getStatus().getStatusCode()))
                .contentType(PROBLEM)
                .body(members(problem));
    }

    private static Map<String, Object> members(ThrowableProblem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", problem.getType().toString());
        members.put("title", problem.getTitle());
        members.put("status", problem.getStatus().getStatusCode());
        members.put("detail", problem.getDetail());
        members.putAll(problem.getParameters());
        return members;
    }

    private static String detail(ErrorContext context, HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return "There is nothing at " + context.getRequest().getPath() + "; /openapi.yaml lists what there is";
        }
        if (status.getCode() >= 500) {
            return "The server failed on this request; its log says why";
        }
        if (status == HttpStatus.REQUEST_ENTITY_TOO_LARGE || status == HttpStatus.REQUEST_URI_TOO_LONG) {
            return "The request is larger than this service reads";
        }
        return context.getErrors().stream()
                .map(Error::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .findFirst()
                .orElse(status.getReason());
    }
}
