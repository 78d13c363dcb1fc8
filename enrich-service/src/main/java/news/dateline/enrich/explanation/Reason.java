package news.dateline.enrich.explanation;

/**
 * A word that spoke for a name.
 *
 * @param word the word as it stands
 * @param weight how much of the score is gone without it, 0 to 1; all of it when the name is not found any more
 */
public record Reason(String word, double weight) {}
