package news.dateline.edge;

import io.micronaut.http.HttpStatus;
import io.micronaut.problem.HttpStatusType;
import org.zalando.problem.Problem;
import org.zalando.problem.ProblemBuilder;
import org.zalando.problem.ThrowableProblem;

/** Errors as RFC 9457 problem details, each with a detail that says what to mend. */
public final class Problems {
    private Problems() {}

    /** Begins a problem, for members of its own. */
    public static ProblemBuilder of(HttpStatus status, String detail) {
        return Problem.builder()
                .withStatus(new HttpStatusType(status))
                .withTitle(status.getReason())
                .withDetail(detail);
    }

    /** The request is wrong. */
    public static ThrowableProblem badRequest(String detail) {
        return of(HttpStatus.BAD_REQUEST, detail).build();
    }

    /** There is no such thing. */
    public static ThrowableProblem notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, detail).build();
    }
}
