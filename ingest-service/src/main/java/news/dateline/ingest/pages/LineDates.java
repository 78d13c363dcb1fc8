package news.dateline.ingest.pages;

/**
 * What a line says about when its article appeared.
 *
 * @param publishedAt ISO 8601 or {@code null}
 * @param updatedAt ISO 8601 or {@code null}
 * @param labelled whether the line says "Updated", "Published" or the like
 * @param whole whether the line says nothing else
 * @param label whether the line has a label and no date: the date may stand on the next line
 * @param start where in the line the first label or date stands, or -1
 */
record LineDates(String publishedAt, String updatedAt, boolean labelled, boolean whole, boolean label, int start) {
    static final LineDates NONE = new LineDates(null, null, false, false, false, -1);

    boolean hasDate() {
        return publishedAt != null || updatedAt != null;
    }
}
