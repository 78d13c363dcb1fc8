package news.dateline.embedded;

/** A port that something must listen on is taken. */
public final class PortInUseException extends RuntimeException {
    PortInUseException(int port, String use) {
        super("Port " + port + " for " + use + " is in use; stop what listens there, or choose another port");
    }
}
