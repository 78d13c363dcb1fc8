package news.dateline.edge;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Keeps a page of another site from writing through a reader's browser: to a service on the reader's own machine, or with
 * credentials that the browser kept. Browsers say where a request comes from (Fetch Metadata); programs do not, and pass.
 * With {@code micronaut.server.cors.enabled} the origins named there decide instead.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = "micronaut.server.cors.enabled", notEquals = "true")
final class CrossSiteFilter implements Ordered {
    @Override
    public int getOrder() {
        return -200;
    }

    /** Refuses, or lets through with null. */
    @RequestFilter
    @Nullable HttpResponse<?> admit(HttpRequest<?> request) {
        HttpMethod method = request.getMethod();
        String from = request.getHeaders().get("Sec-Fetch-Site");
        boolean harmless = method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
        if (harmless || from == null || from.equals("same-origin") || from.equals("none")) {
            return null;
        }
        return ProblemAnswers.answer(Problems.of(
                        HttpStatus.FORBIDDEN,
                        "a page of another site may not write here; micronaut.server.cors names sites that may")
                .build());
    }
}
