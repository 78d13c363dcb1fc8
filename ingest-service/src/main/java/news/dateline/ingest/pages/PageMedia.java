package news.dateline.ingest.pages;

/**
 * A picture (or other medium) that a page shows with its article.
 *
 * <p>An immutable value; any component may be {@code null} when the page does not say it.
 *
 * @param uri address of the medium, absolute where the page's own address is known
 * @param caption the text under the picture, without its credit
 * @param credit who made or provided it, for example {@code AFP}
 */
public record PageMedia(String uri, String caption, String credit) {}
