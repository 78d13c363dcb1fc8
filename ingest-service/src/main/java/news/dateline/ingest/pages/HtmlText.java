package news.dateline.ingest.pages;

/**
 * Collects the text between two block borders of a page: whitespace made single, invisible characters left out, and how
 * much of it is link or bold. Used by one thread.
 */
final class HtmlText {
    private static final int SHORT_LINE = 90;

    private final StringBuilder text = new StringBuilder();
    private int linked;
    private int bold;
    private int breaks;

    /** Adds a text node's characters. */
    void add(String chars, boolean inLink, boolean inBold) {
        int before = text.length();
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (isSpace(c)) {
                if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
                    text.append(' ');
                }
            } else if (isShown(chars, i)) {
                text.append(c);
                breaks = 0;
            }
        }
        int added = text.length() - before;
        linked += inLink ? added : 0;
        bold += inBold ? added : 0;
    }

    /** Notes a line break; true where a paragraph ends: at the second in a row, behind a sentence or a short line. */
    boolean breakLine() {
        breaks++;
        int length = text.length();
        boolean whole = length < SHORT_LINE || Wording.endsSentence(text.substring(length - SHORT_LINE));
        if (length > 0 && text.charAt(length - 1) != ' ') {
            text.append(' ');
        }
        return breaks >= 2 || whole;
    }

    boolean isBlank() {
        return text.length() == 0 || text.toString().isBlank();
    }

    /** The text so far as a block, and a fresh start. */
    TextBlock take(Box box) {
        TextBlock block = TextBlock.of(box, text.toString().strip(), linked, bold);
        text.setLength(0);
        linked = 0;
        bold = 0;
        breaks = 0;
        return block;
    }

    void clear() {
        text.setLength(0);
        linked = 0;
        bold = 0;
        breaks = 0;
    }

    static String squeeze(String chars) {
        HtmlText out = new HtmlText();
        out.add(chars, false, false);
        return out.text.toString().strip();
    }

    private static boolean isSpace(char c) {
        return c <= ' '
                || c == 0xA0
                || c == 0x85
                || (c >= 0x2000 && c <= 0x200A)
                || c == 0x202F
                || c == 0x3000
                || c == 0x2028
                || c == 0x2029;
    }

    private static boolean isShown(String chars, int i) {
        char c = chars.charAt(i);
        if (Character.isSurrogate(c)) {
            return Character.isHighSurrogate(c)
                    ? i + 1 < chars.length() && Character.isLowSurrogate(chars.charAt(i + 1))
                    : i > 0 && Character.isHighSurrogate(chars.charAt(i - 1));
        }
        return c != 0xAD
                && c != 0x200B
                && c != 0xFEFF
                && c != 0x2060
                && c != 0x200E
                && c != 0x200F
                && c != 0xFFFC
                && !(c >= 0x7F && c < 0xA0)
                && !(c >= 0x202A && c <= 0x202E)
                && !(c >= 0x2066 && c <= 0x2069)
                && c != 0xFFFE
                && c != 0xFFFF;
    }
}
