package news.dateline.enrich.topics.training;

import news.dateline.enrich.topics.Roots;

/**
 * A text that somebody filed under a root.
 *
 * @param source collection that it is from
 * @param story what texts about the same event have in common; they never stand on two sides of a split
 * @param root index in {@link Roots}
 * @param text the words
 */
public record LabelledText(String source, String story, int root, String text) {

    /** The code of the root. */
    String rootCode() {
        return Roots.code(root);
    }
}
