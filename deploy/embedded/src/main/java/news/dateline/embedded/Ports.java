package news.dateline.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Loopback ports. */
public final class Ports {
    /** Below the ports that systems give to outgoing connections, so that none of those takes a free one away. */
    private static final int LOWEST = 15_000;

    private static final int HIGHEST = 32_000;
    private static final int MOST_TRIES = 100;

    /** Begins by chance, and never gives the same port twice: who claims one may bind it only later. */
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(HIGHEST - LOWEST));

    private Ports() {}

    /**
     * The port to listen on.
     *
     * @param port wanted port, 0 for any free one
     * @param use what it is for, for the message
     * @throws PortInUseException if something listens there already
     */
    public static int claim(int port, String use) {
        if (port != 0) {
            if (!isFree(port)) {
                throw new PortInUseException(port, use);
            }
            return port;
        }
        for (int i = 0; i < MOST_TRIES; i++) {
            int candidate = LOWEST + Math.floorMod(NEXT.getAndIncrement(), HIGHEST - LOWEST);
            if (isFree(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("There is no free port for " + use);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
