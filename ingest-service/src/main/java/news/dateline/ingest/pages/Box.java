package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A block element of a page with the boxes and texts in it, and how much text and running text it holds. Made and
 * changed by {@link BoxTree} only.
 */
final class Box {
    private final Element element;
    private final Box parent;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Object> content = new ArrayList<>();
    private final int hints;
    private int text;
    private int linked;
    private int good;
    private int lines;
    private boolean dropped;
    private boolean picture;
    private boolean field;

    Box(Element element, Box parent, int hints) {
        this.element = element;
        this.parent = parent;
        this.hints = hints;
    }

    Element element() {
        return element;
    }

    Box parent() {
        return parent;
    }

    String tag() {
        return element.normalName();
    }

    boolean hints(int hint) {
        return (hints & hint) != 0;
    }

    void add(Box box) {
        boxes.add(box);
        content.add(box);
    }

    void add(TextBlock block) {
        content.add(block);
    }

    List<Box> boxes() {
        return boxes;
    }

    /** Boxes and text blocks in the page's order. */
    List<Object> content() {
        return content;
    }

    /** Characters of text in it, without what was dropped. */
    int text() {
        return text;
    }

    /** Characters of running text in it, without what was dropped. */
    int good() {
        return good;
    }

    /** Number of headings and sentences in it, without what was dropped. */
    int lines() {
        return lines;
    }

    double linkDensity() {
        return text == 0 ? 0 : (double) linked / text;
    }

    boolean isDropped() {
        return dropped;
    }

    void drop() {
        dropped = true;
    }

    /** Whether a picture stands in it. */
    boolean hasPicture() {
        return picture;
    }

    void addPicture() {
        picture = true;
    }

    /** Whether a field for an address stands in it. */
    boolean hasField() {
        return field;
    }

    void addField() {
        field = true;
    }

    /** Counts what it holds; the boxes in it have been counted before. */
    void count() {
        text = 0;
        linked = 0;
        good = 0;
        lines = 0;
        for (Object item : content) {
            if (item instanceof TextBlock block) {
                text += block.text().length();
                linked += block.linked();
                good += block.isGood() ? block.text().length() : 0;
                lines += block.isLine() ? 1 : 0;
            } else if (item instanceof Box box && !box.dropped) {
                text += box.text;
                linked += box.linked;
                good += box.good;
                lines += box.lines;
                picture |= box.picture;
                field |= box.field;
            }
        }
    }
}
