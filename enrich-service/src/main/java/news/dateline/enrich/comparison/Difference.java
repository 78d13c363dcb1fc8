package news.dateline.enrich.comparison;

/**
 * One tag that two annotator sets do not agree on.
 *
 * @param kind what kind of difference it is
 * @param article id of the article
 * @param before the tag as it was, empty if there was none
 * @param after the tag as it became, empty if there is none
 */
public record Difference(Kind kind, String article, String before, String after) {
    /** Kinds of differences, in the order in which they are reported. */
    public enum Kind {
        ENTITY_ADDED,
        ENTITY_REMOVED,
        ENTITY_TYPE,
        ENTITY_LINK,
        TOPIC_ADDED,
        TOPIC_REMOVED,
        LANGUAGE
    }
}
