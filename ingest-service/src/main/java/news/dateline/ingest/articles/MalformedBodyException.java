package news.dateline.ingest.articles;

/** A body that cannot be read at all: not one of its items is known. The message says why, for the sender. */
public final class MalformedBodyException extends RuntimeException {
    public MalformedBodyException(String message) {
        super(message);
    }
}
