package news.dateline.ingest.http;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import news.dateline.edge.Problems;
import news.dateline.ingest.articles.BodyType;
import news.dateline.ingest.gzip.GzipMembers;
import news.dateline.ingest.idempotency.Once;

/**
 * Opens the bodies of requests: unpacks them and bounds how much comes out. A body that is held in memory has a largest
 * size; one that is streamed has none, but packed it may not unpack to more than a multiple of its length. Thread-safe.
 */
@Singleton
final class RequestBodies {
    /** Text packs to a tenth or so; a body that packs to less than this part of it is made to harm. */
    private static final long LARGEST_RATIO = 200;

    /** For a packed, streamed body that does not say its length. */
    private static final long LARGEST_PACKED_STREAM = 1L << 30;

    private final long largest;

    RequestBodies(@Property(name = "dateline.ingest.max-request-size") @ReadableBytes long largest) {
        this.largest = largest;
    }

    /**
     * The body, unpacked. Reading it beyond what is allowed throws the problem that answers the request.
     *
     * @param body as it came; the caller closes it
     */
    InputStream open(HttpRequest<?> request, InputStream body, BodyType type) throws IOException {
        String encoding = request.getHeaders()
                .get(HttpHeaders.CONTENT_ENCODING, String.class, "identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        long length = request.getContentLength();
        boolean streamed = type.isStreamed() && !Once.isAsked(request);
        if (!streamed && length > largest) {
            throw BoundedBody.tooLarge(largest);
        }
        return switch (encoding) {
            case "identity", "" -> new BoundedBody(body, streamed ? Long.MAX_VALUE : largest);
            case "gzip", "x-gzip" -> new BoundedBody(unpacked(body), limit(streamed, length));
            default ->
                throw Problems.of(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                "Content-Encoding " + encoding + " is not known; it must be gzip or absent")
                        .build();
        };
    }

    private long limit(boolean streamed, long length) {
        if (!streamed) {
            return largest;
        }
        return length < 0 ? LARGEST_PACKED_STREAM : Math.max(largest, length * LARGEST_RATIO);
    }

    private static InputStream unpacked(InputStream packed) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(packed);
        if (!GzipMembers.begins(buffered)) {
            throw Problems.of(HttpStatus.BAD_REQUEST, "Content-Encoding says gzip, but the body is not")
                    .build();
        }
        return GzipMembers.open(buffered);
    }
}
