package news.dateline.ingest.warc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the records of an unpacked WARC one after another. More lenient than ISO 28500, as the archives in use want it:
 * lines may end in LF alone, any version counts, anything between two records is passed over. Holds one record's header;
 * the block is a stream. For one thread; the caller owns the stream.
 */
final class RecordStream {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_LINES = 500;

    private final InputStream input;
    private Block block;

    RecordStream(InputStream input) {
        this.input = input;
    }

    /**
     * The next record's header, by names in lower case; null at the end.
     *
     * @throws BadRecordException if there is a record that cannot be read; the next call goes on after it
     * @throws IOException if the stream fails
     */
    Map<String, String> next() throws IOException, BadRecordException {
        if (block != null) {
            block.skipAll();
            block = null;
        }
        boolean strays = false;
        String line = line();
        while (line != null && !line.startsWith("WARC/")) {
            strays |= !line.isBlank();
            line = line();
        }
        if (line == null) {
            if (strays) {
                throw new BadRecordException("what follows the last record is none");
            }
            return null;
        }
        Map<String, String> header = header();
        block = new Block(input, length(header));
        return header;
    }

    /** The current record's block; its end is the record's. */
    InputStream block() {
        return block;
    }

    /** How many bytes of the current record's block are still to be read. */
    long left() {
        return block.left;
    }

    private Map<String, String> header() throws IOException, BadRecordException {
        Map<String, String> header = new HashMap<>();
        String name = null;
        int lines = 0;
        for (String line = line(); line != null && !line.isBlank(); line = line()) {
            int colon = line.indexOf(':');
            if (++lines > MOST_LINES) {
                throw new BadRecordException("a record's header has more than " + MOST_LINES + " lines");
            }
            if ((line.startsWith(" ") || line.startsWith("\t")) && name != null) {
                header.merge(name, line.strip(), (before, folded) -> before + " " + folded);
            } else if (colon > 0) {
                name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                header.put(name, line.substring(colon + 1).strip());
            }
        }
        return header;
    }

    private static long length(Map<String, String> header) throws BadRecordException {
        String said = header.get("content-length");
        if (said == null || !said.matches("[0-9]{1,18}")) {
            throw new BadRecordException("a record does not say its Content-Length");
        }
        return Long.parseLong(said);
    }

    /** A line without its end, cut where it is too long; null at the end. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = input.read();
        if (b < 0) {
            return null;
        }
        while (b >= 0 && b != '\n') {
            if (line.size() < LONGEST_LINE) {
                line.write(b);
            }
            b = input.read();
        }
        String text = line.toString(UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** A record that cannot be read. */
    static final class BadRecordException extends Exception {
        private static final long serialVersionUID = 1L;

        BadRecordException(String message) {
            super(message, null, false, false);
        }
    }

    /** The bytes of one record's block. */
    private static final class Block extends InputStream {
        private final InputStream input;
        private long left;

        Block(InputStream input, long length) {
            this.input = input;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            int b = left > 0 ? input.read() : -1;
            left -= b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = input.read(into, offset, (int) Math.min(left, length));
            left -= Math.max(read, 0);
            return read;
        }

        void skipAll() throws IOException {
            byte[] nowhere = new byte[16 * 1024];
            while (left > 0 && read(nowhere, 0, nowhere.length) >= 0) {
                // until the block or the stream ends
            }
        }
    }
}
