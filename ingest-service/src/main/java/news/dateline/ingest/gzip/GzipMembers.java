package news.dateline.ingest.gzip;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Reads gzip (RFC 1952) of any number of members, as WARC writers and log shippers make it. {@link GZIPInputStream} alone
 * takes a pipe or a socket that has nothing to give at a member's end for the end of all.
 */
public final class GzipMembers {
    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;
    private static final int BUFFER = 16 * 1024;

    private GzipMembers() {}

    /** Whether the stream begins as gzip does; it stays where it is and must support marks. */
    public static boolean begins(InputStream input) throws IOException {
        input.mark(2);
        boolean gzip = input.read() == FIRST && input.read() == SECOND;
        input.reset();
        return gzip;
    }

    /**
     * The unpacked content.
     *
     * @throws IOException if it does not begin as gzip does; so do later reads where it is damaged
     */
    public static InputStream open(InputStream packed) throws IOException {
        return new GZIPInputStream(new PatientStream(packed), BUFFER);
    }

    /** Says that something is available unless its end has been reached, and waits to know it. */
    private static final class PatientStream extends FilterInputStream {
        PatientStream(InputStream packed) {
            super(new BufferedInputStream(packed, BUFFER));
        }

        @Override
        public int available() throws IOException {
            in.mark(1);
            boolean more = in.read() >= 0;
            in.reset();
            return more ? 1 : 0;
        }
    }
}
