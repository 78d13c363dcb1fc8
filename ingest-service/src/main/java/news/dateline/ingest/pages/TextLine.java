package news.dateline.ingest.pages;

/**
 * One logical line of a plain-text page: trimmed, whitespace made single.
 *
 * @param text never empty
 * @param gap number of blank lines before it
 */
record TextLine(String text, int gap) {}
