package news.dateline.ingest.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes a feed's bytes. Byte order mark, transport and XML declaration are asked in this order (RFC 7303), but bytes
 * that are UTF-8 beyond doubt are UTF-8 whatever is declared, and bytes that are not what is declared are read as
 * windows-1252, as browsers do. Characters that XML forbids are dropped.
 */
final class FeedText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");

    private FeedText() {}

    static String decode(byte[] bytes, String charsetOrNull) {
        return allowed(characters(bytes, charsetOrNull));
    }

    private static String characters(byte[] bytes, String charsetOrNull) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return lenient(bytes, 3, UTF_8);
        }
        if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0, '<')) {
            return lenient(bytes, bytes[0] == 0 ? 0 : 2, UTF_16BE);
        }
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, '<', 0)) {
            return lenient(bytes, bytes[0] == '<' ? 0 : 2, UTF_16LE);
        }
        String utf8 = strict(bytes, UTF_8);
        if (utf8 != null && utf8.length() < bytes.length) {
            return utf8; // has well-formed multi-byte sequences, which no other charset has by chance
        }
        Charset declared = charset(charsetOrNull);
        if (declared == null) {
            declared = declaration(bytes);
        }
        if (declared == null || declared.name().startsWith("UTF-16")) {
            declared = UTF_8;
        }
        if (declared.equals(UTF_8)) {
            return utf8 != null ? utf8 : damaged(bytes);
        }
        String read = strict(bytes, declared.equals(ISO_8859_1) ? WINDOWS_1252 : declared);
        return read != null ? read : lenient(bytes, 0, WINDOWS_1252);
    }

    /** UTF-8 with a few broken bytes stays UTF-8; one that is mostly broken was never it. */
    private static String damaged(byte[] bytes) {
        String utf8 = lenient(bytes, 0, UTF_8);
        long broken = utf8.chars().filter(c -> c == 0xFFFD).count();
        long beyondAscii = utf8.chars().filter(c -> c >= 0x80).count();
        return broken * 2 < beyondAscii ? utf8 : lenient(bytes, 0, WINDOWS_1252);
    }

    private static Charset declaration(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 1_000), ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        return declared.find() ? charset(declared.group(1)) : null;
    }

    private static Charset charset(String name) {
        try {
            return name == null ? null : Charset.forName(name.strip());
        } catch (IllegalArgumentException e) {
            return null; // an unknown name is as good as none
        }
    }

    private static String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String lenient(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    private static boolean starts(byte[] bytes, int... beginning) {
        if (bytes.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if ((bytes[i] & 0xFF) != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    private static String allowed(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t')
                .filter(c -> c != 0xFEFF && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
