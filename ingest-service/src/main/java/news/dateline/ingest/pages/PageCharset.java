package news.dateline.ingest.pages;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Decodes a page as browsers do (WHATWG Encoding): byte order mark, then the transport's word, then the page's own,
 * then UTF-8 where the bytes are valid UTF-8, else windows-1252. Never fails; bad bytes become replacement
 * characters.
 */
final class PageCharset {
    private static final int PRESCAN = 4096;
    private static final char REPLACEMENT = 0xFFFD;

    private PageCharset() {}

    static String decode(byte[] page, String stated) {
        if (starts(page, 0xEF, 0xBB, 0xBF)) {
            return new String(page, 3, page.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(page, 0xFE, 0xFF)) {
            return new String(page, 2, page.length - 2, StandardCharsets.UTF_16BE);
        }
        if (starts(page, 0xFF, 0xFE)) {
            return new String(page, 2, page.length - 2, StandardCharsets.UTF_16LE);
        }
        String utf8 = strictUtf8(page);
        if (utf8 != null && !isAscii(page)) {
            return utf8;
        }
        Charset charset = named(stated);
        if (charset == null) {
            String head = new String(page, 0, Math.min(PRESCAN, page.length), StandardCharsets.ISO_8859_1);
            charset = named(inMeta(head.toLowerCase(Locale.ROOT)));
        }
        boolean wrong = charset == null
                || charset.equals(StandardCharsets.UTF_8)
                || !charset.canEncode()
                || charset.name().startsWith("UTF-16");
        return new String(
                page, wrong && utf8 == null ? named("windows-1252") : wrong ? StandardCharsets.UTF_8 : charset);
    }

    private static boolean starts(byte[] page, int... mark) {
        if (page.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((page[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(byte[] page) {
        for (byte b : page) {
            if (b < 0 || b == 0x1B) {
                return false;
            }
        }
        return true;
    }

    private static String strictUtf8(byte[] page) {
        String quick = new String(page, StandardCharsets.UTF_8);
        if (quick.indexOf(REPLACEMENT) < 0) {
            return quick;
        }
        try {
            CharBuffer chars = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(page));
            return chars.toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String inMeta(String head) {
        int at = head.indexOf("charset");
        if (at < 0) {
            return null;
        }
        int start = at + "charset".length();
        while (start < head.length() && " =\"'".indexOf(head.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < head.length()
                && (Character.isLetterOrDigit(head.charAt(end)) || "-_:".indexOf(head.charAt(end)) >= 0)) {
            end++;
        }
        return head.substring(start, end);
    }

    /** The charset of that label, with Latin-1 read as windows-1252 as the standard wants, or {@code null}. */
    private static Charset named(String label) {
        if (label == null || label.isBlank()) {
            return null;
        }
        String name = label.strip().toLowerCase(Locale.ROOT);
        boolean latin =
                name.equals("iso-8859-1") || name.equals("latin1") || name.equals("us-ascii") || name.equals("ascii");
        try {
            return Charset.forName(latin ? "windows-1252" : name.equals("iso-8859-9") ? "windows-1254" : name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
