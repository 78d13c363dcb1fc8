package news.dateline.ingest.feeds;

/**
 * A picture, sound or film of an item.
 *
 * @param uri absolute address
 * @param caption caption, {@code null} where none is given
 * @param credit whom it is credited to, {@code null} where nobody is named
 */
public record FeedMedium(String uri, String caption, String credit) {}
