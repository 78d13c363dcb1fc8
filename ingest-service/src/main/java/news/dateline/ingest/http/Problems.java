package news.dateline.ingest.http;

import io.micronaut.http.HttpStatus;
import io.micronaut.problem.HttpStatusType;
import java.util.List;
import news.dateline.ingest.articles.Receipt;
import org.zalando.problem.Problem;
import org.zalando.problem.ThrowableProblem;

/** The problems that this service answers with (RFC 9457). */
final class Problems {
    private Problems() {}

    static ThrowableProblem of(HttpStatus status, String detail) {
        return Problem.builder()
                .withTitle(status.getReason())
                .withStatus(new HttpStatusType(status))
                .withDetail(detail)
                .build();
    }

    static ThrowableProblem allRejected(List<Receipt.Rejected> rejected) {
        String detail = rejected.size() == 1
                ? rejected.get(0).detail()
                : "none of the " + rejected.size() + " items is an acceptable article; the first: "
                        + rejected.get(0).detail();
        return Problem.builder()
                .withTitle(HttpStatus.UNPROCESSABLE_ENTITY.getReason())
                .withStatus(new HttpStatusType(HttpStatus.UNPROCESSABLE_ENTITY))
                .withDetail(detail)
                .with("accepted", List.of())
                .with("rejected", rejected)
                .build();
    }
}
