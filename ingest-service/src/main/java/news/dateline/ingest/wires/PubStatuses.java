package news.dateline.ingest.wires;

import java.util.Locale;
import news.dateline.PubStatus;

/** IPTC's publishing statuses, as a word, a qcode ({@code stat:usable}) or a URI of their vocabulary. */
public final class PubStatuses {
    private PubStatuses() {}

    /**
     * The status, null if nothing is said.
     *
     * @throws UnreadableItemException if it is none of IPTC's three: a kill must not be taken for an article
     */
    public static PubStatus of(String said) {
        if (said == null) {
            return null;
        }
        String word = said.substring(Math.max(said.lastIndexOf(':'), said.lastIndexOf('/')) + 1)
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (word) {
            case "usable" -> PubStatus.usable;
            case "withheld" -> PubStatus.withheld;
            case "canceled", "cancelled" -> PubStatus.canceled;
            default ->
                throw new UnreadableItemException(
                        "the publishing status must be usable, withheld or canceled, as IPTC names them");
        };
    }
}
