package news.dateline.schemas.article;

/** An article breaks a rule of the contract. The message says which and what to mend; it is shown to the sender. */
public final class InvalidArticleException extends RuntimeException {
    public InvalidArticleException(String message) {
        super(message);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this; // an answer to the sender, not a bug: nobody reads its stack
    }
}
