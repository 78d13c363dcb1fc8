package news.dateline.ingest.articles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a stream line by line, as bytes, holding one line of bounded length. Not thread-safe. */
final class Lines {
    private static final int BUFFER = 64 * 1024;

    private final InputStream input;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private boolean tooLong;

    Lines(InputStream input, int longest) {
        this.input = input;
        this.longest = longest;
    }

    /** The next line without its end; of a line that is too long only its beginning. Null at the end. */
    byte[] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        tooLong = false;
        boolean any = false;
        while (next < end || fill()) {
            any = true;
            int from = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            int length = Math.min(next - from, longest - line.size());
            tooLong |= length < next - from;
            line.write(buffer, from, length);
            if (next < end) {
                next++;
                break;
            }
        }
        return any ? line.toByteArray() : null;
    }

    /** Whether the line that was read last was longer than allowed. */
    boolean wasTooLong() {
        return tooLong;
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, input.read(buffer));
        return end > 0;
    }
}
