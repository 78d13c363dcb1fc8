package news.dateline.ingest.fetch;

import java.time.Duration;

/**
 * What fetching may do.
 *
 * @param allowPrivate whether addresses that are not public, and any port, may be fetched: for feeds of an intranet
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for the first byte of an answer, and between two bytes
 * @param totalTimeout longest time for one answer, from connecting to its last byte
 * @param maxBytes largest body, in bytes after decompression
 * @param userAgent how we call ourselves
 */
public record FetchSettings(
        boolean allowPrivate,
        Duration connectTimeout,
        Duration readTimeout,
        Duration totalTimeout,
        int maxBytes,
        String userAgent) {}
