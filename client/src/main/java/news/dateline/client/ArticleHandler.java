package news.dateline.client;

import news.dateline.EnrichedArticle;

/**
 * What a consumer does with articles. Called by the one thread that runs the {@link ArticleConsumer}, for each article in
 * the order of its versions.
 *
 * <p>Delivery is at least once: after a crash what was handled last comes again, so each method must bear to be called
 * twice for the same version. It suffices to keep the version beside what is stored of an article, and to do nothing when
 * a version comes that is not newer. Versions may be left out, since the topic keeps only the newest for long: a first
 * sight of an article may be its third version, or its kill.
 *
 * <p>An exception ends {@link ArticleConsumer#run()}, and the article that caused it is delivered again by the next run.
 */
public interface ArticleHandler {
    /** A first version: version 1, usable. */
    void onArticle(EnrichedArticle article);

    /**
     * A later version, usable. It replaces all that is known of the article, or is stored as new where nothing is: this
     * consumer need not have seen an earlier one. It also follows a kill that its publisher took back.
     */
    void onCorrection(EnrichedArticle article);

    /** The article must be gone: text, tags, copies and what was derived from them. It may never have been seen here. */
    void onKill(Kill kill);

    /**
     * A version of status {@code withheld}: not to be shown until a usable one comes. Unless this is overridden it is
     * handled as a kill, so that nothing is shown by mistake.
     */
    default void onWithheld(EnrichedArticle article) {
        onKill(Kill.of(article));
    }
}
