package news.dateline.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network connection between two parts, which can be cut or fall silent: a TCP relay on the loopback interface.
 * Belongs to whoever opens it. Thread-safe.
 */
final class Link implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    private final String name;
    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private State state = State.WHOLE;

    private enum State {
        WHOLE,
        CUT,
        SILENT
    }

    Link(String name, int port, int target) throws IOException {
        this.name = name;
        this.target = target;
        this.door = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        begin("accept", this::accept);
    }

    String name() {
        return name;
    }

    int port() {
        return door.getLocalPort();
    }

    /** Ends all connections and takes no new one. */
    void cut() {
        set(State.CUT);
        open.forEach(Link::end);
    }

    /** Lets connections stand, and nothing through. */
    void silence() {
        set(State.SILENT);
    }

    void mend() {
        set(State.WHOLE);
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }

    private synchronized void set(State now) {
        state = now;
        notifyAll();
    }

    /** Waits while the link is silent. */
    private synchronized State passable() throws InterruptedException {
        while (state == State.SILENT) {
            wait();
        }
        return state;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = door.accept();
                open.add(near);
                begin("connect", () -> connect(near));
            }
        } catch (IOException e) {
            open.forEach(Link::end); // the door is closed
        }
    }

    private void connect(Socket near) {
        Socket far = new Socket();
        open.add(far);
        try {
            if (passable() == State.WHOLE) {
                far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5000);
                begin("back", () -> relay(far, near));
                relay(near, far);
            }
        } catch (IOException e) {
            end(near); // nobody is there
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(near);
            end(far);
            open.remove(near);
            open.remove(far);
        }
    }

    private void relay(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0 && passable() == State.WHOLE; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            end(from); // the other side ended, as is its right
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void begin(String what, Runnable work) {
        Thread thread = new Thread(work, "link-" + name + "-" + what);
        thread.setDaemon(true);
        thread.start();
    }
}
