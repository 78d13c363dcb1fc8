package news.dateline.ingest.pages;

/**
 * The line under a picture.
 *
 * @param text what the picture shows, or {@code null} where only its credit stands
 * @param credit its maker, or {@code null}
 * @param sure whether the line can be nothing but a caption
 */
record Caption(String text, String credit, boolean sure) {}
