package news.dateline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Loopback ports. */
public final class Ports {
    private static final int ANY = 0;

    private Ports() {}

    /**
     * The port to listen on.
     *
     * @param port wanted port, 0 for any free one
     * @param use what it is for, for the message
     * @throws PortInUseException if something listens there already
     */
    public static int claim(int port, String use) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (port == ANY) {
                throw new UncheckedIOException("No free port for " + use, e);
            }
            throw new PortInUseException(port, use);
        }
    }
}
