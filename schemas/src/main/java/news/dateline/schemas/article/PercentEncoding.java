package news.dateline.schemas.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** The normalisation of percent-encoding in RFC 3986, section 6.2.2; what must be encoded and is not, is. */
final class PercentEncoding {
    private static final String UNRESERVED = "-._~";
    private static final String RESERVED = ":/?#[]@!$&'()*+,;=";

    private PercentEncoding() {}

    static String normalised(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        byte[] bytes = text.getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int c = bytes[i] & 0xff;
            if (c == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0) {
                int encoded = hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]);
                i += 2;
                if (isUnreserved(encoded)) {
                    normal.append((char) encoded);
                } else {
                    encode(encoded, normal);
                }
            } else if (c != '%' && (isUnreserved(c) || RESERVED.indexOf(c) >= 0)) {
                normal.append((char) c);
            } else {
                encode(c, normal);
            }
        }
        return normal.toString();
    }

    private static void encode(int octet, StringBuilder into) {
        into.append('%').append(String.format(Locale.ROOT, "%02X", octet));
    }

    private static boolean isUnreserved(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c < 128 && UNRESERVED.indexOf(c) >= 0;
    }

    private static int hex(byte b) {
        return Character.digit((char) (b & 0xff), 16);
    }
}
