package news.dateline.ingest.ninjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.dateline.ingest.markup.MarkedUpText;
import news.dateline.ingest.markup.MarkupReader;
import news.dateline.ingest.wires.WireText;

/**
 * The texts that ninjs carries several times in different forms: {@code body_text}, {@code body_xhtml} in version 1,
 * {@code bodies} with role and content type from version 2 on; the same with descriptions and headlines.
 */
final class NinjsTexts {
    private record Text(String role, String contentType, String value) {}

    private final List<Text> texts = new ArrayList<>();

    /**
     * @param old name of version 1, such as {@code body}
     * @param list name from version 2 on, such as {@code bodies}
     */
    NinjsTexts(Members item, String old, String list) {
        add("main", "text/plain", item.text(old));
        add("main", "text/plain", item.text(old + "_text"));
        add("main", "application/xhtml+xml", item.text(old + "_xhtml"));
        add("main", "text/html", item.text(old + "_html"));
        for (Members text : item.objects(list)) {
            add(lower(text.text("role")), lower(text.text("contenttype")), text.text("value"));
        }
    }

    private void add(String role, String contentType, String value) {
        if (value != null) {
            texts.add(new Text(role, contentType, value));
        }
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** The text in one line: that of the role {@code main} if there is one, else the first. Null if there is none. */
    String line() {
        Text first = null;
        for (Text text : texts) {
            if (!isMarkup(text)
                    && (first == null
                            || text.role().equals("main") && !first.role().equals("main"))) {
                first = text;
            }
        }
        if (first != null) {
            return MarkupReader.collapsed(first.value());
        }
        MarkedUpText marked = marked();
        return marked == null ? null : MarkupReader.collapsed(marked.body());
    }

    /** Plain text if there is one, else what HTML or XHTML says. Null if there is neither. */
    MarkedUpText body() {
        for (Text text : texts) {
            if (!isMarkup(text)
                    && (text.contentType().isEmpty() || text.contentType().startsWith("text/plain"))) {
                return new MarkedUpText(WireText.paragraphs(text.value()), List.of(), List.of());
            }
        }
        return marked();
    }

    private MarkedUpText marked() {
        for (Text text : texts) {
            if (isMarkup(text)) {
                return MarkupReader.html(text.value());
            }
        }
        return null;
    }

    private static boolean isMarkup(Text text) {
        return text.contentType().contains("html")
                || text.contentType().isEmpty() && text.role().contains("html");
    }
}
