package news.dateline.standalone;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** The corpus: requests that no honest sender makes, for every endpoint. */
final class HostileRequests {
    /** One request of the corpus; the head is request line and headers. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Hostile(String head, byte[] body) {
        static Hostile get(String path) {
            return new Hostile("GET " + path + " HTTP/1.1", new byte[0]);
        }

        @Override
        public String toString() {
            return head.length() > 120 ? head.substring(0, 120) + "…" : head;
        }
    }

    /** Values for parameters, ids, cursors: as they stand in the request line. */
    private static final List<String> VALUES = List.of(
            "",
            "%00",
            "%",
            "%zz",
            "%ff%fe",
            "%ed%a0%80",
            "%F0%9F%93%B0",
            "'%20OR%201=1--",
            "%27;DROP%20TABLE%20articles;--",
            "%22%22%22",
            "((((((((((",
            "a%20%26%20%7C%20%21%20b",
            "-",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "..%2f..%2f..%2fetc%2fpasswd",
            "%24%7Bjndi:ldap://x/a%7D",
            "-1",
            "0",
            "99999999999999999999",
            "1e400",
            "NaN",
            "2026-02-30",
            "0000-00-00T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "a".repeat(5000));

    private static final List<String> PARAMETERS =
            List.of("q", "entity", "topic", "source", "language", "from", "to", "story", "limit", "cursor", "sort");

    private static final String ARTICLE =
            "{\"uri\":\"urn:h:1\",\"source\":{\"id\":\"harbour-post\"},\"headline\":\"Pier opens\",\"body\":\"At noon.\"}";

    /** Bodies that say they are JSON. */
    private static final List<String> JSON = List.of(
            "{",
            "}",
            "[[[",
            "nul",
            "\"",
            "[]",
            "{}",
            "null",
            "7",
            "true",
            "\"text\"",
            "[null,null]",
            "{\"headline\":null}",
            "{\"headline\":7}",
            "{\"headline\":[\"a\"]}",
            "{\"headline\":{\"a\":{}}}",
            "{\"headline\":\"a\",\"headline\":\"b\"}",
            "{\"headline\":\"a\",\"status\":\"alive\"}",
            "{\"headline\":\"a\",\"publishedAt\":\"yesterday\"}",
            "{\"headline\":\"a\",\"language\":\"klingon language\"}",
            "{\"headline\":\"a\",\"url\":\"javascript:alert(1)\"}",
            "{\"headline\":\"a\",\"url\":\"http://[::1\"}",
            "{\"headline\":\"a\",\"media\":7}",
            "{\"headline\":\"a\",\"media\":[{\"uri\":{}}]}",
            "{\"headline\":\"a\",\"source\":\"x\"}",
            "{\"headline\":\"a\",\"source\":{\"id\":\"\"}}",
            "{\"headline\":\"a\",\"id\":\"with space\"}",
            "{\"headline\":\"a\",\"id\":\"" + "i".repeat(300) + "\"}",
            "{\"headline\":\"\\u0000\"}",
            "{\"headline\":\"\\ud800\"}",
            "{\"headline\":\"a\",\"x\":" + "9".repeat(100_000) + "}",
            "{\"headline\":\"a\",\"x\":1e999999999}",
            "{\"headline\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}",
            "{\"a\":".repeat(50_000),
            "{\"headline\":\"" + "h".repeat(2_000_000) + "\"}",
            ARTICLE + ARTICLE,
            ARTICLE + " x",
            "\uFEFF" + "{",
            "// comment\n{}",
            "{'headline':'a'}",
            "{\"version\":\"3.0\",\"headlines\":7,\"ednote\":[]}");

    private static final List<String> TYPES = List.of(
            "",
            "/",
            "application",
            "application/json;",
            "application/json; charset=",
            "application/json; charset=\"",
            "application/json; charset=utf-7",
            "*/*",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/x-www-form-urlencoded",
            "text/html; charset=\u00e9",
            "image/png",
            "a".repeat(3000));

    private static final List<String> OTHER_TYPES = List.of(
            "application/x-ndjson",
            "application/rss+xml",
            "application/atom+xml",
            "application/vnd.iptc.g2.newsitem+xml",
            "application/warc",
            "text/html",
            "text/plain");

    /** Bodies for whatever is no JSON document. */
    private static final List<String> OTHER_BODIES = List.of(
            "<",
            "<rss><channel><item>",
            "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><rss><channel>&e;</channel></rss>",
            "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
                    + " \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]><rss>&d;</rss>",
            "<?xml version=\"1.0\" encoding=\"no-such-charset\"?><rss/>",
            "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"\" version=\"-1\"/>",
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
            "WARC/1.0\r\nContent-Length: -1\r\n\r\n",
            "\u001f\u008b\b\u0000broken",
            "{\n}\n[\n\u0000\nnull\n7\n{\"headline\":\n",
            "<x>".repeat(30_000));

    private static final long[] SEEDS = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597};

    private HostileRequests() {}

    static List<Hostile> ingest() throws IOException {
        List<Hostile> all = new ArrayList<>();
        for (String value : VALUES) {
            all.add(new Hostile("DELETE /v1/articles/" + value + "x%20y HTTP/1.1", new byte[0]));
            all.add(post("/v1/articles?url=" + value, "text/plain", "nothing".getBytes(UTF_8)));
            all.add(post("/v1/articles", "application/json\r\nIdempotency-Key: " + value + " x", "{".getBytes(UTF_8)));
            all.add(Hostile.get("/v1/feeds/" + value));
        }
        for (String body : JSON) {
            all.add(post("/v1/articles", "application/json", body.getBytes(UTF_8)));
        }
        for (String type : OTHER_TYPES) {
            for (String body : OTHER_BODIES) {
                all.add(post("/v1/articles", type, body.getBytes(ISO_8859_1)));
            }
        }
        for (String type : TYPES) {
            all.add(post("/v1/articles", type, ARTICLE.substring(0, 20).getBytes(UTF_8)));
        }
        all.add(post("/v1/articles", "application/json\r\nContent-Encoding: gzip", "no gzip".getBytes(UTF_8)));
        all.add(post("/v1/articles", "application/json\r\nContent-Encoding: gzip", gzip(new byte[40 * 1024 * 1024])));
        all.add(post("/v1/articles", "application/json\r\nContent-Encoding: zebra", ARTICLE.getBytes(UTF_8)));
        all.add(post("/v1/articles", "application/json", new byte[] {(byte) 0xC3, 0x28}));
        all.add(post("/v1/articles", "text/html", "<div>".repeat(100_000).getBytes(UTF_8)));
        all.add(post("/v1/articles", "text/html", "<a b=".repeat(20_000).getBytes(UTF_8)));
        all.add(post("/v1/articles", "text/plain", new byte[] {0, 1, 2, 3}));
        all.add(new Hostile("TRACE /v1/articles HTTP/1.1", new byte[0]));
        all.add(new Hostile("PATCH /v1/articles HTTP/1.1", new byte[0]));
        all.add(new Hostile("BREW /v1/articles HTTP/1.1", new byte[0]));
        all.add(new Hostile("POST  HTTP/1.1", new byte[0]));
        all.add(new Hostile("\u0000\u0001\u0002", new byte[0]));
        for (long seed : SEEDS) {
            all.add(post("/v1/articles", "application/json", mutated(seed)));
        }
        return all;
    }

    static List<Hostile> enrich() {
        List<Hostile> all = new ArrayList<>();
        for (String body : JSON) {
            all.add(post("/v1/enrich", "application/json", body.getBytes(UTF_8)));
        }
        for (long seed : SEEDS) {
            all.add(post("/v1/enrich", "application/json", mutated(seed)));
        }
        return all;
    }

    static List<Hostile> sink() {
        List<Hostile> all = new ArrayList<>();
        for (String value : VALUES) {
            for (String parameter : PARAMETERS) {
                all.add(Hostile.get("/v1/articles?" + parameter + "=" + value));
            }
            for (String path : List.of("articles", "stories", "entities", "dlq", "nothing")) {
                all.add(Hostile.get("/v1/" + path + "/" + value));
                all.add(Hostile.get("/v1/" + path + "?cursor=" + value + "&limit=" + value));
            }
            all.add(Hostile.get("/v1/articles/" + value + "/versions"));
            all.add(Hostile.get("/v1/stream?q=" + value + "&topic=" + value));
            all.add(new Hostile("GET /v1/stream HTTP/1.1\r\nLast-Event-ID: " + value, new byte[0]));
            all.add(new Hostile("POST /v1/dlq/" + value + "/replay HTTP/1.1", new byte[0]));
            all.add(new Hostile("DELETE /v1/dlq/" + value + "x HTTP/1.1", new byte[0]));
            all.add(Hostile.get("/" + value));
        }
        all.add(Hostile.get("/v1/articles?limit=5&limit=6"));
        all.add(Hostile.get("/v1/articles?" + "a=b&".repeat(1000)));
        all.add(Hostile.get("//etc/passwd"));
        all.add(Hostile.get("/swagger-ui/lib/../../../application.yml"));
        all.add(Hostile.get("/swagger-ui/lib/%2e%2e/%2e%2e/application.yml"));
        return all;
    }

    private static Hostile post(String path, String type, byte[] body) {
        return new Hostile("POST " + path + " HTTP/1.1\r\nContent-Type: " + type, body);
    }

    /** A good article with some of its bytes changed, cut or doubled; the same for the same seed. */
    static byte[] mutated(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(ARTICLE);
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.deleteCharAt(at);
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(20))));
            }
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
