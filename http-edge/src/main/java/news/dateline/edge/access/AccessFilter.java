package news.dateline.edge.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import java.util.List;
import news.dateline.edge.ProblemAnswers;
import news.dateline.edge.Problems;

/**
 * The door of every service: before a body is read, the key must be known, have the route's role, and have something left
 * of its quota. Health and the descriptions of API and topics are open, since probes and people without keys need them.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AccessFilter implements Ordered {
    private static final List<String> OPEN =
            List.of("/health", "/openapi.yaml", "/swagger-ui", "/asyncapi.yaml", "/avro");
    private static final String REALM = "realm=\"dateline\"";
    private static final String TAKEN = "dateline.quota";

    private final ApiKeys keys;

    AccessFilter(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public int getOrder() {
        return -100; // before everything that costs
    }

    /** Refuses, or lets through with null. */
    @RequestFilter
    @Nullable HttpResponse<?> admit(HttpRequest<?> request) {
        if (keys.isOpen() || isOpen(request.getPath())) {
            return null;
        }
        Role role = roleOf(request);
        String presented = Credentials.of(request).orElse(null);
        if (presented == null) {
            return refused(request, HttpStatus.UNAUTHORIZED, "-", "", "send an API key as Authorization: Bearer KEY");
        }
        ApiKey key = keys.find(presented).orElse(null);
        if (key == null) {
            return refused(
                    request, HttpStatus.UNAUTHORIZED, "-", ", error=\"invalid_token\"", "this API key is not known");
        }
        Caller.set(request, key.name());
        if (!key.roles().contains(role)) {
            String scope = ", error=\"insufficient_scope\", scope=\"" + role.word() + "\"";
            return refused(
                    request,
                    HttpStatus.FORBIDDEN,
                    key.name(),
                    scope,
                    "this API key lacks the role '" + role.word() + "'");
        }
        return key.bucket() == null ? null : counted(request, key.bucket());
    }

    /** Tells what is left of the quota, and records what operators did. */
    @ResponseFilter
    void finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(TAKEN, QuotaHeaders.class).ifPresent(quota -> quota.put(response));
        if (!isOpen(request.getPath()) && roleOf(request) == Role.OPERATE) {
            Audit.record("operate", request, Caller.of(request), response.code());
        }
    }

    private static HttpResponse<?> counted(HttpRequest<?> request, TokenBucket bucket) {
        TokenBucket.Taken taken = bucket.take();
        QuotaHeaders headers = new QuotaHeaders(bucket.quota(), taken);
        if (taken.allowed()) {
            request.setAttribute(TAKEN, headers);
            return null;
        }
        Quota quota = bucket.quota();
        MutableHttpResponse<?> answer = ProblemAnswers.answer(Problems.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "this API key may send " + quota.requests() + " requests in "
                                + quota.window().toSeconds() + " s; try again after Retry-After")
                .build());
        headers.put(answer);
        return answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(Math.max(1, taken.nextSeconds())));
    }

    private static HttpResponse<?> refused(
            HttpRequest<?> request, HttpStatus status, String key, String error, String detail) {
        Audit.record("key-refused", request, key, status.getCode());
        return ProblemAnswers.answer(Problems.of(status, detail).build())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer " + REALM + error)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic " + REALM + ", charset=\"UTF-8\"");
    }

    private static boolean isOpen(String path) {
        return OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
    }

    private static Role roleOf(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .flatMap(route -> route.getAnnotationMetadata().enumValue(Access.class, Role.class))
                .orElse(isReading(request.getMethod()) ? Role.READ : Role.OPERATE);
    }

    private static boolean isReading(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD || method == HttpMethod.OPTIONS;
    }
}
