package news.dateline.ingest.pages;

/** Takes the signs of Markdown off a line, as tools that save pages as text leave them. Stateless; linear. */
final class Markdown {
    private Markdown() {}

    /** The line as it reads; empty for a picture. */
    static String plain(String line) {
        String text = line;
        if (text.startsWith("![")) {
            return "";
        }
        int marks = 0;
        while (marks < text.length() && marks < 6 && text.charAt(marks) == '#') {
            marks++;
        }
        if (marks > 0 && marks < text.length() && text.charAt(marks) == ' ') {
            text = text.substring(marks).strip();
        }
        text = text.indexOf("**") >= 0 ? text.replace("**", "") : text;
        text = text.indexOf("](") >= 0 ? withoutLinks(text) : text;
        int last = text.length() - 1;
        boolean emphasis = last > 1
                && (text.charAt(0) == '*' || text.charAt(0) == '_')
                && text.charAt(last) == text.charAt(0)
                && text.charAt(1) != ' ';
        return emphasis ? text.substring(1, last) : text;
    }

    /** {@code [words](address)} becomes its words. */
    private static String withoutLinks(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        int bridge = text.indexOf("](");
        while (bridge >= 0) {
            int open = text.lastIndexOf('[', bridge);
            int close = text.indexOf(')', bridge);
            if (open < from || close < 0) {
                break;
            }
            out.append(text, from, open).append(text, open + 1, bridge);
            from = close + 1;
            bridge = text.indexOf("](", from);
        }
        return out.append(text, from, text.length()).toString();
    }
}
