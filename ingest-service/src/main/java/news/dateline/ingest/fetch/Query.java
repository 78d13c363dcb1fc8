package news.dateline.ingest.fetch;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What to fetch.
 *
 * @param url address
 * @param accept media types, as in {@code Accept}
 * @param etag ETag of the version that is known already, or {@code null}
 * @param lastModified Last-Modified of it, or {@code null}
 */
public record Query(String url, String accept, String etag, String lastModified) {
    /** A fetch without conditions. */
    public static Query of(String url, String accept) {
        return new Query(url, accept, null, null);
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", accept);
        headers.put("Accept-Encoding", "gzip, deflate, br");
        if (etag != null) {
            headers.put("If-None-Match", etag);
        }
        if (lastModified != null) {
            headers.put("If-Modified-Since", lastModified);
        }
        return headers;
    }
}
