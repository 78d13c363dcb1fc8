package news.dateline.ingest.pages;

import java.util.HashMap;
import java.util.Map;

/**
 * Recognises lists of teasers for other stories: several sibling boxes of the same make, nearly each with a line that
 * is a link. Paragraphs of an article, which may be siblings of one make too, have no such lines. Stateless.
 */
final class Teasers {
    private static final int FEWEST = 3;
    private static final int LONGEST = 700;

    private Teasers() {}

    /** Whether the box is a list of teasers; {@code total} is the page's running text. */
    static boolean isList(Box box, int total) {
        int boxes = box.boxes().size();
        if (boxes < FEWEST || box.good() * 5 > total * 3) {
            return false;
        }
        Map<String, int[]> kinds = new HashMap<>();
        for (Box inner : box.boxes()) {
            if (!inner.isDropped()) {
                int[] counts = kinds.computeIfAbsent(
                        inner.tag() + " " + inner.element().className(), k -> new int[3]);
                counts[0]++;
                counts[1] += inner.text() <= LONGEST && linkLine(inner, 0) ? 1 : 0;
                counts[2] += inner.good();
            }
        }
        for (int[] counts : kinds.values()) {
            boolean most = counts[2] * 2 >= box.good();
            if (counts[0] >= FEWEST && counts[1] * 5 >= counts[0] * 4 && most) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line in the box is nothing but a link. */
    private static boolean linkLine(Box box, int depth) {
        for (Object item : box.content()) {
            if (item instanceof TextBlock block && block.text().length() >= 15 && block.linkDensity() > 0.9) {
                return true;
            }
            if (item instanceof Box inner && depth < 8 && linkLine(inner, depth + 1)) {
                return true;
            }
        }
        return false;
    }
}
