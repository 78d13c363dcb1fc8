package news.dateline.ingest.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where running text stands closest together: every paragraph counts for the box around it, half for the box
 * around that, a third for the next, as in Readability (Arc90). A sibling that holds its share of text belongs to it.
 * Stateless.
 */
final class DensestBox {
    private static final int LEVELS = 4;
    private static final double SIBLING = 0.2;

    private DensestBox() {}

    /** The box of a part of the page that holds its text most densely, or the part itself. */
    static Box in(Box part) {
        Map<Box, Double> scores = new LinkedHashMap<>();
        score(part, part, scores);
        Box best = part;
        for (Map.Entry<Box, Double> entry : scores.entrySet()) {
            double score = entry.getValue();
            double bestScore = scores.getOrDefault(best, 0.0);
            boolean better =
                    score > bestScore || (score == bestScore && entry.getKey().good() > best.good());
            best = better ? entry.getKey() : best;
        }
        while (best != part && hasEqualSibling(best, scores)) {
            best = best.parent();
        }
        return best;
    }

    private static void score(Box box, Box part, Map<Box, Double> scores) {
        for (Object item : box.content()) {
            if (item instanceof Box inner && !inner.isDropped()) {
                score(inner, part, scores);
            } else if (item instanceof TextBlock block && block.isGood()) {
                add(
                        box,
                        part,
                        (1 - block.linkDensity())
                                * (30 + Math.min(300, block.text().length())),
                        scores);
            }
        }
    }

    private static void add(Box box, Box part, double value, Map<Box, Double> scores) {
        Box at = isParagraph(box) && box != part ? box.parent() : box;
        for (int level = 1; level <= LEVELS; level++) {
            scores.merge(at, value / level, Double::sum);
            if (at == part) {
                return;
            }
            at = at.parent();
        }
    }

    private static boolean hasEqualSibling(Box box, Map<Box, Double> scores) {
        double least = scores.getOrDefault(box, 0.0) * SIBLING;
        List<Box> siblings = new ArrayList<>(box.parent().boxes());
        siblings.remove(box);
        for (Box sibling : siblings) {
            boolean text = isParagraph(sibling) && sibling.good() > 0 && sibling.linkDensity() < 0.25;
            boolean alike = sibling.tag().equals(box.tag())
                    && sibling.element().className().equals(box.element().className())
                    && sibling.good() > 0
                    && sibling.linkDensity() < 0.25;
            if (!sibling.isDropped() && (text || alike || scores.getOrDefault(sibling, 0.0) >= least)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isParagraph(Box box) {
        return switch (box.tag()) {
            case "p", "li", "blockquote", "span" -> true;
            default -> false;
        };
    }
}
