package news.dateline.ingest.pages;

import java.util.List;

/**
 * Who wrote a story.
 *
 * @param names persons, without "By" and titles; may be empty
 * @param credit an agency or office named instead or beside them, or {@code null}
 */
record Byline(List<String> names, String credit) {}
