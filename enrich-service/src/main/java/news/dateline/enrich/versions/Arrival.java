package news.dateline.enrich.versions;

/**
 * What a raw article is beside what is known of it.
 *
 * @param state what is known now; the version is not counted yet
 * @param isNews whether it is the article's newest content or its kill; otherwise it goes no further
 */
public record Arrival(ArticleState state, boolean isNews) {}
