package news.dateline.ingest.wires;

import news.dateline.RawArticle;

/** What one item of an agency's feed is: an article still without its id, or why it is none. */
public sealed interface WireItem {
    /**
     * An article, correction or kill as the publisher says it. Its {@code id} is empty and {@code receivedAt} the epoch
     * until the item is identified.
     */
    record Draft(RawArticle article) implements WireItem {}

    /** An item that is no article; the detail says why, for the sender. */
    record LeftOut(String detail) implements WireItem {}
}
