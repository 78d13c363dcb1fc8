package news.dateline.enrich.topics.training;

import java.util.List;
import java.util.Locale;

/**
 * Counts tags as a reader gets them: several roots or none. Texts are filed under one root, so a second root that
 * fits as well counts as wrong here, and the precision is a lower bound. Not thread-safe.
 */
final class TagFigures {

    private int texts;
    private int silent;
    private int right;
    private int roots;
    private int narrower;

    void add(String filed, List<String> codes) {
        texts++;
        silent += codes.isEmpty() ? 1 : 0;
        for (String code : codes) {
            boolean root = code.endsWith("000000");
            roots += root ? 1 : 0;
            narrower += root ? 0 : 1;
            right += code.equals(filed) ? 1 : 0;
        }
    }

    /** The figures in one line. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "Tags: root precision %.4f, recall %.4f, F1 %.4f; %.1f %% of texts without; %.2f narrower tags each",
                right / (double) Math.max(1, roots),
                right / (double) Math.max(1, texts),
                2.0 * right / Math.max(1, roots + texts),
                100.0 * silent / Math.max(1, texts),
                narrower / (double) Math.max(1, texts));
    }
}
