package news.dateline.ingest.feeds;

import java.util.List;
import java.util.regex.Pattern;
import news.dateline.ingest.feeds.Markup.Prose;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What an item says in which field: its full content is the body, its summary the standfirst. A summary that only
 * begins the body is left out; without a full content, a summary that is a whole text is the body.
 */
record Texts(List<String> summary, Prose body) {
    private static final int WHOLE_TEXT = 500;
    private static final Pattern ELLIPSIS = Pattern.compile("\\s*(\\[?\\(?(…|\\.\\.\\.)\\)?\\]?|\\[more\\])\\s*$");

    static Texts of(Prose content, Prose summary) {
        if (content.paragraphs().isEmpty()) {
            boolean whole = summary.paragraphs().size() > 1 || length(summary) > WHOLE_TEXT;
            return whole ? new Texts(List.of(), summary) : new Texts(summary.paragraphs(), Prose.NONE);
        }
        String beginning =
                ELLIPSIS.matcher(String.join(" ", summary.paragraphs())).replaceFirst("");
        boolean same = String.join(" ", content.paragraphs()).startsWith(beginning);
        return new Texts(same || length(summary) > length(content) ? List.of() : summary.paragraphs(), content);
    }

    /** The markup that an element carries, escaped, in CDATA, or (ill-formed) as its own children. */
    static String markup(Element element) {
        if (element == null) {
            return null;
        }
        if (element.childrenSize() == 0) {
            return element.wholeText();
        }
        StringBuilder html = new StringBuilder();
        for (Node child : element.childNodes()) {
            html.append(child instanceof TextNode text ? text.getWholeText() : child.outerHtml());
        }
        return html.toString();
    }

    /** A headline for an item that has none: the beginning of its text. */
    String headline() {
        List<String> lines = summary.isEmpty() ? body.paragraphs() : summary;
        if (lines.isEmpty()) {
            return null;
        }
        String first = lines.get(0);
        if (first.length() <= 120) {
            return first;
        }
        int space = first.lastIndexOf(' ', 119);
        return first.substring(0, space > 0 ? space : first.offsetByCodePoints(0, 60)) + "…";
    }

    private static int length(Prose prose) {
        return prose.paragraphs().stream().mapToInt(String::length).sum();
    }
}
