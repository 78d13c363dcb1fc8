package news.dateline.ingest.idempotency;

/** There is more to do than is taken on at once; the sender tries again a little later. */
final class BusyException extends RuntimeException {
    BusyException(String message) {
        super(message);
    }
}
