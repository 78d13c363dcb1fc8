package news.dateline.cli;

/** A command cannot do its work; the message is the one line that the user sees. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message);
    }

    /** One line for any error. */
    static String explain(Throwable thrown) {
        Throwable error = thrown;
        while (error.getCause() != null && error.getClass().getName().startsWith("io.micronaut.")) {
            error = error.getCause();
        }
        String message = error.getMessage();
        if (message == null || message.isBlank()) {
            return error.getClass().getSimpleName();
        }
        String line = message.strip().lines().findFirst().orElse("");
        boolean ours = error instanceof Failure || error.getClass().getName().startsWith("news.dateline.");
        return ours ? line : line + " (" + error.getClass().getSimpleName() + ")";
    }
}
