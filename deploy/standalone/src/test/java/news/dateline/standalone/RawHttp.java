package news.dateline.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** Sends a request byte by byte as it is written, however wrong, and reads whatever comes back. */
final class RawHttp {
    /** The longest that anything may take. */
    static final int PATIENCE_MILLIS = 5_000;

    private RawHttp() {}

    /**
     * What came back.
     *
     * @param status 0 if the connection was closed without an answer
     * @param text head and body
     */
    record Answer(int status, String text) {
        boolean isProblem() {
            return text.contains("application/problem+json") && text.contains("\"detail\":\"");
        }
    }

    /**
     * One request of a connection of its own.
     *
     * @throws java.net.SocketTimeoutException if nothing comes for the patience
     */
    static Answer send(String server, String head, byte[] body) throws IOException {
        URI uri = URI.create(server);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write((head + "\r\nHost: a\r\nConnection: close\r\n").getBytes(ISO_8859_1));
                if (body.length > 0) {
                    socket.getOutputStream().write(("Content-Length: " + body.length + "\r\n").getBytes(ISO_8859_1));
                }
                socket.getOutputStream().write("\r\n".getBytes(ISO_8859_1));
                socket.getOutputStream().write(body);
            } catch (SocketException e) {
                // answered, and closed, before all was sent
            }
            return answer(socket.getInputStream());
        }
    }

    private static Answer answer(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                read.write(next);
                if (next == '\n' && isLiveStream(read)) {
                    break;
                }
            }
        } catch (SocketException e) {
            // reset after the answer
        }
        String text = read.toString(UTF_8);
        return new Answer(text.startsWith("HTTP/1.") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
    }

    private static boolean isLiveStream(ByteArrayOutputStream read) {
        String text = read.toString(UTF_8);
        return text.endsWith("\r\n\r\n") && text.contains("text/event-stream");
    }
}
