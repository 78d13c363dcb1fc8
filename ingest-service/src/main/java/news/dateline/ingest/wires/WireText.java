package news.dateline.ingest.wires;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import news.dateline.ingest.markup.MarkupReader;
import news.dateline.ingest.pages.AuthorNames;

/** Plain texts as agencies send them. Stateless. */
public final class WireText {
    private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t\\u00A0]*\\R\\s*");
    private static final Pattern LINE = Pattern.compile("\\R");
    private static final Pattern LEAD = Pattern.compile("(?i)^(?:by|von|par|por|di|door|af|av):?\\s+");
    private static final Pattern AND = Pattern.compile("(?i)\\s+(?:and|und|et|y|e|en|och|og|&)\\s+|\\s*;\\s*");
    private static final int WRAPPED = 100;

    private WireText() {}

    /**
     * The paragraphs of a plain text: parted by blank lines or, where there is none, by line ends. Lines that were wrapped
     * at a fixed width are joined.
     */
    public static List<String> paragraphs(String text) {
        String bare = text.strip();
        boolean parted = BLANK_LINE.matcher(bare).find();
        Pattern end = parted || isWrapped(bare) ? BLANK_LINE : LINE;
        List<String> paragraphs = new ArrayList<>();
        for (String part : end.split(bare, -1)) {
            String paragraph = MarkupReader.collapsed(part);
            if (!paragraph.isEmpty()) {
                paragraphs.add(paragraph);
            }
        }
        return paragraphs;
    }

    /** Whether line ends come within sentences: most lines but the last do not end a sentence, and none is long. */
    private static boolean isWrapped(String text) {
        String[] lines = LINE.split(text, -1);
        int open = 0;
        for (int i = 0; i < lines.length - 1; i++) {
            String line = lines[i].strip();
            if (line.length() > WRAPPED) {
                return false;
            }
            boolean ends = line.isEmpty() || ".!?:;\"”»'’)…".indexOf(line.charAt(line.length() - 1)) >= 0;
            open += ends ? 0 : 1;
        }
        return lines.length > 2 && open * 2 > lines.length;
    }

    /**
     * The authors whom a byline names; none of none. Where the byline joins more names than are recognised as persons, each
     * is taken as it stands, up to its comma.
     */
    public static List<String> byline(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        List<String> names = AuthorNames.of(text);
        List<String> joined = new ArrayList<>();
        for (String part : AND.split(LEAD.matcher(MarkupReader.collapsed(text)).replaceFirst(""), -1)) {
            String name = part.split(",", 2)[0].strip();
            if (!name.isEmpty()) {
                joined.add(name);
            }
        }
        return names.size() < joined.size() ? joined : names;
    }
}
