package news.dateline.sink.search;

/**
 * The lines around a match, as HTML that is safe to show: the article's own characters are escaped, matches stand in
 * {@code <mark>}.
 */
final class Snippet {
    /** What PostgreSQL sets around a match; control characters that no article shows. */
    static final char START = '\u0002';

    static final char STOP = '\u0003';

    /** What stands for the character of that name, which PostgreSQL would take for the start of a tag and drop. */
    static final char LESS_THAN = '\u0004';

    private Snippet() {}

    static String html(String headline) {
        StringBuilder html = new StringBuilder(headline.length() + 32);
        boolean open = false;
        for (int i = 0; i < headline.length(); i++) {
            char c = headline.charAt(i);
            switch (c) {
                case START -> {
                    html.append(open ? "" : "<mark>");
                    open = true;
                }
                case STOP -> {
                    html.append(open ? "</mark>" : "");
                    open = false;
                }
                case LESS_THAN, '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                default -> html.append(c);
            }
        }
        return html.append(open ? "</mark>" : "").toString();
    }
}
