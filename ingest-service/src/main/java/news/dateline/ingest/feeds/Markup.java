package news.dateline.ingest.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/**
 * Turns the HTML fragments that feeds carry into plain paragraphs: what is no text (scripts, forms, frames), what is
 * the feed's furniture ("The post … appeared first on …") and pictures are left out; pictures come beside.
 */
final class Markup {
    private static final int DEEPEST = 200;
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u200B\\u2028\\u2029]+");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r]*\\n");
    private static final Pattern FURNITURE =
            Pattern.compile("(?i)the post .{1,300} (first appeared|appeared first) on .{1,200}"
                    + "|(continue reading|read more|read the full story|weiterlesen|lire la suite|leer más)\\W{0,5}"
                    + "|continue reading .{1,200}|click here to read .{1,100}|comments?");
    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "noscript",
            "iframe",
            "svg",
            "form",
            "button",
            "template",
            "object",
            "embed",
            "video",
            "audio",
            "figcaption",
            "head",
            "select",
            "textarea");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private final List<String> paragraphs = new ArrayList<>();
    private final List<String> subheads = new ArrayList<>();
    private final List<FeedMedium> pictures = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int breaks;

    private Markup() {}

    /**
     * What a fragment says.
     *
     * @param paragraphs its paragraphs, sub-heads among them
     * @param subheads the sub-heads
     * @param pictures its pictures
     */
    record Prose(List<String> paragraphs, List<String> subheads, List<FeedMedium> pictures) {
        static final Prose NONE = new Prose(List.of(), List.of(), List.of());
    }

    /** A fragment that may be HTML or plain text. */
    static Prose prose(String html, String base) {
        if (html == null || html.isBlank()) {
            return Prose.NONE;
        }
        if (!TAG.matcher(html).find()) {
            return plain(Parser.unescapeEntities(html, false));
        }
        Document document = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(html, base == null ? "" : base);
        Markup markup = new Markup();
        document.body().filter(markup.new Walk());
        markup.endParagraph(false);
        return new Prose(markup.paragraphs, markup.subheads, markup.pictures);
    }

    /** A plain text, its paragraphs separated by blank lines. */
    static Prose plain(String text) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : BLANK_LINE.split(text, -1)) {
            String squeezed = squeeze(paragraph);
            if (!squeezed.isEmpty()) {
                paragraphs.add(squeezed);
            }
        }
        return new Prose(paragraphs, List.of(), List.of());
    }

    /** One line of plain text: entities read, tags removed. */
    static String line(String html) {
        if (html == null) {
            return null;
        }
        String text = TAG.matcher(html).find() ? Jsoup.parse(html).text() : Parser.unescapeEntities(html, false);
        return blankToNull(squeeze(text));
    }

    static String squeeze(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private void endParagraph(boolean heading) {
        String text = squeeze(line.toString());
        line.setLength(0);
        breaks = 0;
        if (text.isEmpty() || FURNITURE.matcher(text).matches()) {
            return;
        }
        paragraphs.add(text);
        if (heading) {
            subheads.add(text);
        }
    }

    private void picture(Element img) {
        String uri = img.absUrl("src");
        boolean pixel = img.attr("width").equals("1") || img.attr("height").equals("1");
        if (!uri.startsWith("http") || pixel) {
            return;
        }
        Element figure = img.closest("figure");
        Element caption = figure == null ? null : figure.selectFirst("figcaption");
        pictures.add(new FeedMedium(uri, caption == null ? null : line(caption.html()), null));
    }

    private final class Walk implements NodeFilter {
        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (!text.isBlank()) {
                    breaks = 0;
                }
                line.append(text.getWholeText());
            } else if (node instanceof Element element) {
                String name = element.normalName();
                if (SKIPPED.contains(name)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (name.equals("img")) {
                    picture(element);
                } else if (name.equals("br")) {
                    line.append(' ');
                    if (++breaks == 2) {
                        endParagraph(false);
                    }
                } else if (element.isBlock()) {
                    endParagraph(false);
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                endParagraph(HEADINGS.contains(element.normalName()));
            } else if (node instanceof Element cell
                    && (cell.normalName().equals("td") || cell.normalName().equals("th"))) {
                line.append(' ');
            }
            return FilterResult.CONTINUE;
        }
    }
}
