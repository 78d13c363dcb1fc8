package news.dateline.ingest.pages;

/**
 * A place before a story's first sentence, taken apart.
 *
 * @param place as printed, or {@code null} where only the agency stands
 * @param credit the agency, or {@code null}
 * @param date ISO 8601 date if the dateline has one with its year, or {@code null}
 * @param rest the paragraph without the dateline
 * @param strong whether it is a dateline wherever it stands, not only in a story's first paragraph
 */
record Dateline(String place, String credit, String date, String rest, boolean strong) {}
