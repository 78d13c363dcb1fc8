package news.dateline.ingest.idempotency;

/**
 * An answer as it is kept and given again.
 *
 * @param status HTTP status
 * @param contentType its media type
 * @param body its text
 */
record Answer(int status, String contentType, String body) {}
