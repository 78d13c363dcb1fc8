package news.dateline.ingest.warc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class WarcPagesTest {
    private static final String HTML =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"ISO-8859-1\"\r\n\r\n<p>é</p>";

    @Test
    void htmlAndPlainTextOfGoodResponsesAreRead() throws IOException {
        byte[] warc = join(
                record("warcinfo", "", "software: test"),
                record("request", "https://a.example/", "GET / HTTP/1.1\r\n\r\n"),
                record("response", "https://a.example/1", HTML),
                record("response", "https://a.example/2", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nplain"),
                record(
                        "response",
                        "https://a.example/3",
                        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nno"),
                record("response", "https://a.example/4", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\npng"),
                record("response", "dns:a.example", "20260304 a.example"));
        List<WarcPage> pages = read(warc);
        assertThat(pages).hasSize(2);
        WarcPage.Captured html = (WarcPage.Captured) pages.get(0);
        assertThat(html.url()).isEqualTo("https://a.example/1");
        assertThat(html.html()).isTrue();
        assertThat(html.charset()).isEqualToIgnoringCase("ISO-8859-1");
        assertThat(new String(html.content(), ISO_8859_1)).isEqualTo("<p>é</p>");
        assertThat(((WarcPage.Captured) pages.get(1)).html()).isFalse();
    }

    @Test
    void transferAndContentEncodingsAreUndone() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
        byte[] chunked = record(
                "response",
                "https://a.example/1",
                head + "Transfer-Encoding: chunked\r\n\r\n4\r\n<p>a\r\n4\r\n</p>\r\n0\r\n\r\n");
        byte[] packed = record(
                "response",
                "https://a.example/2",
                join((head + "Content-Encoding: gzip\r\n\r\n").getBytes(UTF_8), gzip("<p>b</p>".getBytes(UTF_8))));
        byte[] brotli = record(
                "response",
                "https://a.example/3",
                join(
                        (head + "Content-Encoding: br\r\n\r\n").getBytes(UTF_8),
                        // RFC 7932: an uncompressed meta-block of "hello", then the last, empty one
                        new byte[] {0x0b, 0x02, (byte) 0x80, 'h', 'e', 'l', 'l', 'o', 0x03}));
        assertThat(texts(read(join(chunked, packed, brotli)))).containsExactly("<p>a</p>", "<p>b</p>", "hello");
    }

    @Test
    void packedFilesHaveAMemberForEachRecord() throws IOException {
        byte[] warc = join(
                gzip(record("response", "https://a.example/1", HTML)),
                gzip(record("response", "https://a.example/2", HTML)));
        assertThat(read(warc)).hasSize(2);
        List<WarcPage> fromPipe = new ArrayList<>();
        WarcPages.read(new Trickle(warc), fromPipe::add);
        assertThat(fromPipe).hasSize(2);
    }

    @Test
    void oddRecordsCostNoOthers() throws IOException {
        byte[] warc = join(
                "stray bytes\n".getBytes(UTF_8),
                record("response", "https://a.example/1", HTML),
                "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nbody\r\n\r\n".getBytes(UTF_8),
                record("response", "https://a.example/2", "not HTTP at all"),
                record(
                        "response",
                        "https://a.example/3",
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\nnot gzip"),
                record("response", "https://a.example/4", HTML),
                new String(record("response", "<https://a.example/5>", HTML), ISO_8859_1)
                        .replace("\r\n", "\n")
                        .replace("WARC/1.0", "WARC/0.18")
                        .replace(
                                "Content-Length: " + HTML.length(),
                                "Content-Length: " + HTML.replace("\r", "").length())
                        .getBytes(ISO_8859_1));
        List<WarcPage> pages = read(warc);
        assertThat(pages.stream().filter(WarcPage.Captured.class::isInstance).map(WarcPage::url))
                .containsExactly("https://a.example/1", "https://a.example/4", "https://a.example/5");
        assertThat(pages.stream().filter(WarcPage.Unreadable.class::isInstance)).hasSize(3);
    }

    @Test
    void aFileThatBreaksOffSaysSo() throws IOException {
        byte[] packed = gzip(
                join(record("response", "https://a.example/1", HTML), record("response", "https://a.example/2", HTML)));
        List<WarcPage> pages = read(Arrays.copyOf(packed, packed.length - 20));
        assertThat(pages.get(pages.size() - 1)).isInstanceOf(WarcPage.Unreadable.class);
    }

    @Test
    void aBombIsOneUnreadablePage() throws IOException {
        byte[] zeros = gzip(new byte[64 * 1024 * 1024]);
        byte[] head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n".getBytes(UTF_8);
        List<WarcPage> pages = read(join(
                record("response", "https://a.example/1", join(head, zeros)),
                record("response", "https://a.example/2", HTML)));
        assertThat(pages.get(0)).isInstanceOf(WarcPage.Unreadable.class);
        assertThat(pages.get(1)).isInstanceOf(WarcPage.Captured.class);
    }

    @Test
    @SuppressWarnings("InputStreamSlowMultibyteRead") // it fails at the first byte
    void aFailingStreamIsNoBadRecord() {
        InputStream broken = new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(record("response", "https://a.example/1", HTML)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                })));
        assertThatThrownBy(() -> WarcPages.read(broken, page -> {})).hasMessage("connection reset");
    }

    @Test
    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing else
    void aFileOfAnyLengthIsReadInAFewMegabytes() throws IOException {
        byte[] record = record("response", "https://a.example/1", HTML);
        byte[] other = record("resource", "https://a.example/2", "x".repeat(1_000_000));
        AtomicLong pages = new AtomicLong();
        int most = 3_000; // 3 GB of records, more than the heap of a test
        InputStream endless = new SequenceInputStream(new java.util.Enumeration<>() {
            private int given;

            @Override
            public boolean hasMoreElements() {
                return given < 2 * most;
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(given++ % 2 == 0 ? record : other);
            }
        });
        WarcPages.read(endless, page -> pages.incrementAndGet());
        assertThat(pages).hasValue(most);
    }

    private static List<WarcPage> read(byte[] warc) throws IOException {
        List<WarcPage> pages = new ArrayList<>();
        WarcPages.read(new ByteArrayInputStream(warc), pages::add);
        return pages;
    }

    private static List<String> texts(List<WarcPage> pages) {
        return pages.stream()
                .map(page ->
                        page instanceof WarcPage.Captured read ? new String(read.content(), UTF_8) : page.toString())
                .toList();
    }

    static byte[] record(String type, String url, String block) {
        return record(type, url, block.getBytes(ISO_8859_1));
    }

    static byte[] record(String type, String url, byte[] block) {
        String header = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url
                + "\r\nWARC-Date: 2026-03-04T12:00:00Z\r\nContent-Length: " + block.length + "\r\n\r\n";
        return join(header.getBytes(UTF_8), block, "\r\n\r\n".getBytes(UTF_8));
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    /** Gives one byte at a time and never says that it has more, as a pipe may. */
    private static final class Trickle extends InputStream {
        private final ByteArrayInputStream bytes;

        Trickle(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, Math.min(1, length));
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
