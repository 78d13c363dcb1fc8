package news.dateline.ingest.markup;

import java.util.List;
import news.dateline.Media;

/**
 * The plain text of a piece of mark-up.
 *
 * @param paragraphs in their order, sub-heads among them
 * @param subheads the sub-heads alone
 * @param media pictures that stand in the text
 */
public record MarkedUpText(List<String> paragraphs, List<String> subheads, List<Media> media) {
    /** Copies the lists. */
    public MarkedUpText {
        paragraphs = List.copyOf(paragraphs);
        subheads = List.copyOf(subheads);
        media = List.copyOf(media);
    }

    /** The paragraphs, separated by a blank line. */
    public String body() {
        return String.join("\n\n", paragraphs);
    }
}
