package news.dateline.enrich.duplicates;

import java.util.List;
import news.dateline.RelatedArticle;

/**
 * Which articles a text is like.
 *
 * @param duplicateOf id of the first seen of those that it repeats, null if it repeats none
 * @param related the others that share much of the text, nearest first
 */
public record Likeness(String duplicateOf, List<RelatedArticle> related) {
    public Likeness {
        related = List.copyOf(related);
    }
}
