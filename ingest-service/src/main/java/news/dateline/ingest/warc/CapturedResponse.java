package news.dateline.ingest.warc;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.LengthedBody;

/** Reads the page in one response record. */
final class CapturedResponse {
    private static final int OK = 200;

    private CapturedResponse() {}

    /** The page; empty if the response is not a successful one of HTML or plain text. */
    static Optional<WarcPage> read(Map<String, String> header, InputStream block, long length) {
        String url = address(header);
        if (url != null && !url.regionMatches(true, 0, "http", 0, "http".length())) {
            return Optional.empty(); // dns: and the like
        }
        try {
            HttpResponse http = HttpResponse.parse(body(block, length));
            String type = http.headers().first("Content-Type").orElse("").toLowerCase(Locale.ROOT);
            boolean html = type.startsWith("text/html") || type.startsWith("application/xhtml+xml");
            if (http.status() != OK || !html && !type.startsWith("text/plain")) {
                return Optional.empty();
            }
            byte[] content = http.bodyDecoded().stream().readNBytes(WarcPages.LARGEST_PAGE + 1);
            if (content.length > WarcPages.LARGEST_PAGE) {
                return Optional.of(new WarcPage.Unreadable(url, "the page is larger than 8 MiB"));
            }
            return Optional.of(new WarcPage.Captured(url, html, charset(type), content));
        } catch (EOFException e) {
            return Optional.of(new WarcPage.Unreadable(url, "the record breaks off"));
        } catch (IOException | RuntimeException e) { // whatever is wrong with one record is no matter of the others
            return Optional.of(new WarcPage.Unreadable(url, "the record cannot be read: " + WarcPages.reason(e)));
        }
    }

    /** A body of known length: where the response does not say its own, it ends with the record. */
    private static LengthedBody body(InputStream block, long length) {
        return LengthedBody.create(Channels.newChannel(block), ByteBuffer.allocate(0), length);
    }

    /** As the record says it: some writers put it in angle brackets, as WARC 1.0's grammar had it. */
    private static String address(Map<String, String> header) {
        String said = header.getOrDefault("warc-target-uri", "");
        String bare = said.startsWith("<") && said.endsWith(">") ? said.substring(1, said.length() - 1) : said;
        return bare.isBlank() ? null : bare;
    }

    private static String charset(String type) {
        int at = type.indexOf("charset=");
        if (at < 0) {
            return null;
        }
        String value = type.substring(at + "charset=".length()).split(";", 2)[0];
        String bare = value.replace("\"", "").replace("'", "").strip();
        return bare.isEmpty() ? null : bare;
    }
}
