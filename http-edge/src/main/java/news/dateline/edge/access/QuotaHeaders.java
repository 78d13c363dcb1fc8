package news.dateline.edge.access;

import io.micronaut.http.MutableHttpResponse;

/**
 * What is left of a key's quota, as headers (IETF draft-ietf-httpapi-ratelimit-headers-10).
 *
 * @param quota the quota
 * @param taken what this request took of it
 */
record QuotaHeaders(Quota quota, TokenBucket.Taken taken) {
    void put(MutableHttpResponse<?> response) {
        response.header(
                "RateLimit-Policy",
                "\"key\";q=" + quota.requests() + ";w=" + quota.window().toSeconds());
        response.header("RateLimit", "\"key\";r=" + taken.remaining() + ";t=" + taken.nextSeconds());
    }
}
