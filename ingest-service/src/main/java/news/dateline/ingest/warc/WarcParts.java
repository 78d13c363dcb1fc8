package news.dateline.ingest.warc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import news.dateline.ingest.gzip.GzipMembers;

/**
 * Splits a WARC file into WARCs that fit into a request each, of its response records alone. One part is held in memory. A
 * record too long for any page is cut to its header, and a page of that kind counts as one without an article.
 * Stateless and thread-safe.
 */
public final class WarcParts {
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int LONGEST_RECORD = WarcPages.LARGEST_PAGE + LONGEST_HEAD;

    private WarcParts() {}

    /**
     * One part.
     *
     * @param records how many records of the file, of any kind, are behind this part's end
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
    public record Part(byte[] warc, long records) {}

    /**
     * Splits the file.
     *
     * @param bytes size from which on a part is given out
     * @throws IOException if the stream fails, or its packing is damaged
     */
    public static void split(InputStream warc, int bytes, Consumer<Part> parts) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(warc);
        InputStream plain = GzipMembers.begins(buffered) ? GzipMembers.open(buffered) : buffered;
        RecordStream records = new RecordStream(new BufferedInputStream(plain));
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        long read = 0;
        boolean more = true;
        while (more) {
            try {
                Map<String, String> header = records.next();
                more = header != null;
                if (more && "response".equalsIgnoreCase(header.get("warc-type"))) {
                    add(header, records, part);
                }
            } catch (RecordStream.BadRecordException e) {
                part.writeBytes("WARC/1.0\r\nWARC-Type: response\r\n\r\n".getBytes(UTF_8)); // bad there as well
            }
            read += more ? 1 : 0;
            if (part.size() >= bytes || !more && part.size() > 0) {
                parts.accept(new Part(part.toByteArray(), read));
                part.reset();
            }
        }
    }

    private static void add(Map<String, String> header, RecordStream records, ByteArrayOutputStream part)
            throws IOException {
        byte[] block = records.left() > LONGEST_RECORD
                ? head(records.block().readNBytes(LONGEST_HEAD))
                : records.block().readNBytes(LONGEST_RECORD);
        StringBuilder head = new StringBuilder("WARC/1.0\r\n");
        header.forEach((name, value) -> {
            if (!name.equals("content-length")) {
                head.append(name).append(": ").append(value).append("\r\n");
            }
        });
        head.append("content-length: ").append(block.length).append("\r\n\r\n");
        part.writeBytes(head.toString().getBytes(UTF_8));
        part.writeBytes(block);
        part.writeBytes("\r\n\r\n".getBytes(UTF_8));
    }

    /** The response's header alone. */
    private static byte[] head(byte[] beginning) {
        String text = new String(beginning, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? beginning : Arrays.copyOf(beginning, end + 4);
    }
}
