package news.dateline.ingest.wires;

/** One item says something that must not be guessed at, such as a status or an embargo. The message is for the sender. */
public final class UnreadableItemException extends RuntimeException {
    public UnreadableItemException(String message) {
        super(message);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this; // an answer to the sender, not a bug: nobody reads its stack
    }
}
