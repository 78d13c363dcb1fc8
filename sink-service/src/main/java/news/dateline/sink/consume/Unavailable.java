package news.dateline.sink.consume;

/** Something outside does not answer, the database, Kafka or the schema registry: wait and try again. */
final class Unavailable extends RuntimeException {
    Unavailable(String message, Throwable cause) {
        super(message + ": " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
