package news.dateline.sink.store;

/** A moment between two effects of the sink that others can see, or that a restart could lose or repeat. */
public enum Failpoint {
    /** Records that cannot be stored are on the dead-letter topic; their offsets are not stored. */
    DEAD_LETTERS_SENT,
    /** A transaction is open, and nothing is written. */
    TRANSACTION_BEGUN,
    /** Offsets are moved on; what was read is not written. */
    OFFSETS_MOVED,
    /** Kills are written. */
    KILLS_WRITTEN,
    /** Versions and newest versions are written, nothing that is made of them. */
    ARTICLES_WRITTEN,
    /** Search finds the articles. */
    INDEX_WRITTEN,
    /** Matches of saved searches are written. */
    ALERTS_WRITTEN,
    /** Everything is written and nothing committed. */
    TRANSACTION_COMPLETE,
    /** Everything is committed; the reader does not know it. */
    TRANSACTION_COMMITTED,
    /** An alert is locked; its webhook does not know of it. */
    ALERT_TAKEN,
    /** A webhook has answered; nothing is written about it. */
    ALERT_POSTED,
    /** The delivery is written and not committed. */
    ALERT_RECORDED,
    /** The delivery is committed. */
    ALERT_COMMITTED
}
