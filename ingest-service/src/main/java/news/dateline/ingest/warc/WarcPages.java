package news.dateline.ingest.warc;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import news.dateline.ingest.gzip.GzipMembers;

/**
 * Reads the pages of a WARC file (ISO 28500), packed or not: HTML and plain text of successful HTTP responses. Records of
 * other kinds and other media types are passed over. One page at a time is held in memory, of at most
 * {@value #LARGEST_PAGE} bytes unpacked. A record that cannot be read costs no other: reading goes on at the next line
 * that begins a record. Stateless and thread-safe.
 */
public final class WarcPages {
    /** Largest page, unpacked, in bytes; a larger one is unreadable. */
    public static final int LARGEST_PAGE = 8 * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private WarcPages() {}

    /**
     * Reads all pages. Where the file breaks off, or its packing is damaged, the last item says so.
     *
     * @throws IOException if the stream itself fails
     */
    public static void read(InputStream warc, Consumer<WarcPage> pages) throws IOException {
        try {
            BufferedInputStream buffered = new BufferedInputStream(warc, BUFFER);
            InputStream plain = GzipMembers.begins(buffered) ? GzipMembers.open(buffered) : buffered;
            records(new RecordStream(new BufferedInputStream(plain, BUFFER)), pages);
        } catch (EOFException e) {
            pages.accept(new WarcPage.Unreadable(null, "the file breaks off"));
        } catch (ZipException e) {
            pages.accept(new WarcPage.Unreadable(null, "the file's gzip packing is damaged: " + reason(e)));
        }
    }

    private static void records(RecordStream records, Consumer<WarcPage> pages) throws IOException {
        boolean more = true;
        while (more) {
            try {
                Map<String, String> header = records.next();
                more = header != null;
                if (more && "response".equalsIgnoreCase(header.get("warc-type"))) {
                    CapturedResponse.read(header, records.block(), records.left())
                            .ifPresent(pages);
                }
            } catch (RecordStream.BadRecordException e) {
                pages.accept(new WarcPage.Unreadable(null, e.getMessage()));
            }
        }
    }

    static String reason(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String line = message.lines().findFirst().orElse("");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
