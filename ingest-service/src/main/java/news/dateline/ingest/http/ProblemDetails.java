package news.dateline.ingest.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.problem.ProblemErrorResponseProcessor;
import io.micronaut.problem.conf.ProblemConfiguration;
import jakarta.inject.Singleton;

/** Answers errors that the framework finds as problem+json (RFC 9457) with what is wrong, not with the status alone. */
@Singleton
@Replaces(ProblemErrorResponseProcessor.class)
final class ProblemDetails extends ProblemErrorResponseProcessor {
    ProblemDetails(ProblemConfiguration configuration) {
        super(configuration);
    }

    @Override
    protected boolean includeErrorMessage(ErrorContext errorContext) {
        return true;
    }
}
