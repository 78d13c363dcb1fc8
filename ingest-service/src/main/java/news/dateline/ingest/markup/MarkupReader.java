package news.dateline.ingest.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.dateline.Media;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/**
 * Reads the text of mark-up that a publisher sends as an article's body: HTML, XHTML, and the body of NITF. Everything in
 * it belongs to the article, so nothing is searched for and nothing scored; a page with its furniture is the matter of
 * {@code pages}. Scripts, forms and embedded things are left out, pictures become media. Stateless and thread-safe; time
 * and memory are linear in the length.
 */
public final class MarkupReader {
    private static final int DEEPEST = 256;
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "blockquote",
            "bq",
            "ul",
            "ol",
            "dl",
            "li",
            "dt",
            "dd",
            "table",
            "caption",
            "tbody",
            "thead",
            "tr",
            "pre",
            "address",
            "hr",
            "block",
            "body",
            "body.content",
            "fn",
            "note",
            "abstract",
            "nitf-table",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hl1",
            "hl2");
    private static final Set<String> SUBHEADS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "hl2");
    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "head",
            "title",
            "noscript",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "applet",
            "form",
            "button",
            "select",
            "audio",
            "video",
            "nav",
            "media-metadata",
            "nitf-table-metadata");
    private static final Set<String> PICTURES = Set.of("figure", "img", "media");

    private MarkupReader() {}

    /** Reads a piece of HTML or XHTML, a fragment or a whole document. */
    public static MarkedUpText html(String html) {
        return read(
                Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, "").body());
    }

    /** Reads a tree, HTML or NITF. */
    public static MarkedUpText read(Element root) {
        Blocks blocks = new Blocks();
        root.filter(blocks);
        blocks.end();
        return new MarkedUpText(blocks.paragraphs, blocks.subheads, blocks.media);
    }

    /** A text in one line: white space of any kind is one space. */
    public static String collapsed(CharSequence text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = true;
            } else if (c != '\uFEFF' && c != '\u200B' && c != '\u00AD') {
                if (space && line.length() > 0) {
                    line.append(' ');
                }
                space = false;
                line.append(c);
            }
        }
        return line.toString();
    }

    private static final class Blocks implements NodeFilter {
        private final List<String> paragraphs = new ArrayList<>();
        private final List<String> subheads = new ArrayList<>();
        private final List<Media> media = new ArrayList<>();
        private final StringBuilder paragraph = new StringBuilder();

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                paragraph.append(text.getWholeText());
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            String name = element.normalName();
            if (PICTURES.contains(name)) {
                Pictures.of(element).ifPresent(media::add);
                return FilterResult.SKIP_ENTIRELY;
            }
            if (LEFT_OUT.contains(name)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (name.equals("br")) {
                lineBreak(element);
            } else if (name.equals("td") || name.equals("th")) {
                paragraph.append(element.previousElementSibling() == null ? " " : " | ");
            } else if (BLOCKS.contains(name)) {
                end();
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                String text = end();
                if (text != null && SUBHEADS.contains(element.normalName())) {
                    subheads.add(text);
                }
            }
            return FilterResult.CONTINUE;
        }

        /** Two breaks in a row part paragraphs; a single one is a space. */
        private void lineBreak(Element element) {
            Node next = element.nextSibling();
            while (next instanceof TextNode text && text.isBlank()) {
                next = next.nextSibling();
            }
            if (next instanceof Element following && following.nameIs("br")) {
                end();
            } else {
                paragraph.append(' ');
            }
        }

        private String end() {
            String text = collapsed(paragraph);
            paragraph.setLength(0);
            if (text.isEmpty()) {
                return null;
            }
            paragraphs.add(text);
            return text;
        }
    }
}
