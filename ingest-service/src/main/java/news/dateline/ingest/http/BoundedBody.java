package news.dateline.ingest.http;

import io.micronaut.http.HttpStatus;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import news.dateline.edge.Problems;
import org.zalando.problem.ThrowableProblem;

/** A body of which no more than so many bytes are read; what is wrong with it becomes a problem for the sender. */
final class BoundedBody extends FilterInputStream {
    private final long most;
    private long read;

    BoundedBody(InputStream body, long most) {
        super(body);
        this.most = most;
    }

    static ThrowableProblem tooLarge(long most) {
        return Problems.of(
                        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
                        "the body is larger than " + most + " bytes, unpacked; send less at once, or many articles as"
                                + " application/x-ndjson")
                .build();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int count = in.read(into, offset, length);
            read += Math.max(count, 0);
            if (read > most) {
                throw tooLarge(most);
            }
            return count;
        } catch (ZipException | EOFException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, "the body's gzip packing is damaged or breaks off")
                    .build();
        }
    }

    @Override
    public boolean markSupported() {
        return false; // a mark would count twice
    }
}
