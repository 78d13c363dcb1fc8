package news.dateline.ingest.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.brotli.dec.BrotliInputStream;

/**
 * Reads a body and unpacks it: gzip, deflate (with or without zlib's frame), br; and gzip that is the document itself,
 * as in {@code sitemap.xml.gz}. No more than a bound is ever unpacked.
 *
 * @param cut {@code null}, or why the body ends before its end
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Body(byte[] bytes, String cut) {
    static final Body NONE = new Body(new byte[0], null);

    private static final int GZIP_MAGIC = 0x1f8b;

    /**
     * Reads what a server sends.
     *
     * @throws FetchException if it is larger than the bound, or packed in a way that nobody asked for
     * @throws IOException if not even its beginning can be read
     */
    static Body read(HttpEntity entity, String encoding, int maxBytes) throws IOException, FetchException {
        if (entity == null) {
            return NONE;
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        try {
            InputStream content = unpacked(new BufferedInputStream(entity.getContent()), encoding);
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                read.write(buffer, 0, n);
                if (read.size() > maxBytes) {
                    throw new FetchException("the document is larger than " + maxBytes + " bytes");
                }
            }
            return new Body(read.toByteArray(), null);
        } catch (IOException e) {
            if (read.size() == 0) {
                throw e;
            }
            return new Body(read.toByteArray(), "the document is cut off: " + e.getMessage());
        }
    }

    private static InputStream unpacked(BufferedInputStream raw, String encoding) throws IOException, FetchException {
        String named = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        BufferedInputStream content =
                switch (named) {
                    case "", "identity", "none", "utf-8" -> raw;
                    case "gzip", "x-gzip" -> isGzip(raw) ? new BufferedInputStream(new GZIPInputStream(raw)) : raw;
                    case "deflate" -> new BufferedInputStream(deflated(raw));
                    case "br" -> new BufferedInputStream(new BrotliInputStream(raw));
                    default -> throw new FetchException("the document is packed as '" + named + "', which is not read");
                };
        return content == raw && !named.isEmpty() || !isGzip(content) ? content : new GZIPInputStream(content);
    }

    private static InputStream deflated(BufferedInputStream raw) throws IOException {
        int header = peek(raw);
        boolean zlib = header >> 8 == 0x78 && header % 31 == 0;
        return new InflaterInputStream(raw, new Inflater(!zlib));
    }

    private static boolean isGzip(BufferedInputStream content) throws IOException {
        return peek(content) == GZIP_MAGIC;
    }

    private static int peek(BufferedInputStream content) throws IOException {
        content.mark(2);
        int first = content.read();
        int second = first < 0 ? -1 : content.read();
        content.reset();
        return second < 0 ? -1 : first << 8 | second;
    }
}
