package news.dateline.ingest.fetch;

/** Nothing was fetched. The message says why, for whoever subscribed to the address. */
public final class FetchException extends Exception {
    public FetchException(String message) {
        super(message);
    }

    FetchException(String message, Throwable cause) {
        super(message, cause);
    }
}
