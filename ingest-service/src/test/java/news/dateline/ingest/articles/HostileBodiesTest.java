package news.dateline.ingest.articles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import news.dateline.ingest.wires.Mutations;
import news.dateline.ingest.wires.WireFiles;
import news.dateline.schemas.article.ArticleRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a body holds, reading it ends soon with items that keep the rules, refusals that say why, or
 * {@link MalformedBodyException}; with nothing else.
 */
class HostileBodiesTest {
    private static final int FILES_A_FORMAT = 400;
    private static final Duration SOON = Duration.ofSeconds(20);

    static Stream<Integer> seeds() {
        return Mutations.seeds(FILES_A_FORMAT);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ninjs(int seed) {
        String good = new String(WireFiles.bytes("ninjs-" + (1 + seed % 3) + ".json"), UTF_8);
        read(BodyType.JSON, good.getBytes(UTF_8), seed);
        read(BodyType.NDJSON, (good.replace('\n', ' ') + "\n").repeat(3).getBytes(UTF_8), seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void newsMl(int seed) {
        read(BodyType.NEWSML, WireFiles.bytes(seed % 2 == 0 ? "newsmessage.xml" : "newsitem-nitf.xml"), seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nitf(int seed) {
        read(BodyType.NITF, WireFiles.bytes("nitf.xml"), seed);
        read(BodyType.XML, WireFiles.bytes("nitf.xml"), seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void warc(int seed) throws IOException {
        byte[] good = warcOfEveryEncoding();
        read(BodyType.WARC, good, seed);
        read(BodyType.WARC, gzip(good), seed);
    }

    private static void read(BodyType type, byte[] good, int seed) {
        byte[] bad = Mutations.of(good, seed);
        List<ReadItem> items = assertTimeoutPreemptively(SOON, () -> {
            try {
                return WireFiles.read(type, bad);
            } catch (MalformedBodyException e) {
                assertThat(e.getMessage()).isNotBlank();
                return List.of();
            }
        });
        for (ReadItem item : items) {
            if (item instanceof ReadItem.Article read) {
                ArticleRules.check(read.article());
            } else {
                assertThat(((ReadItem.Refused) item).detail()).isNotBlank();
            }
        }
    }

    private static byte[] warcOfEveryEncoding() throws IOException {
        String page = "<html><head><title>Pier opens</title></head><body><h1>Pier opens</h1><p>"
                + "The pier is open again, the harbour office said on Monday. ".repeat(5) + "</p></body></html>";
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";
        List<byte[]> responses = new ArrayList<>();
        responses.add((head + "\r\n" + page).getBytes(UTF_8));
        responses.add((head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(page.length()) + "\r\n" + page
                        + "\r\n0\r\n\r\n")
                .getBytes(UTF_8));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes((head + "Content-Encoding: gzip\r\n\r\n").getBytes(UTF_8));
        packed.writeBytes(gzip(page.getBytes(UTF_8)));
        responses.add(packed.toByteArray());
        ByteArrayOutputStream warc = new ByteArrayOutputStream();
        for (byte[] response : responses) {
            warc.writeBytes(("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/" + response.length
                            + "\r\nContent-Length: " + response.length + "\r\n\r\n")
                    .getBytes(UTF_8));
            warc.writeBytes(response);
            warc.writeBytes("\r\n\r\n".getBytes(UTF_8));
        }
        return warc.toByteArray();
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
