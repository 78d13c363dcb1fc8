package news.dateline.ingest.warc;

/** What one response record of a WARC holds: a page, or the reason why it cannot be read. */
public sealed interface WarcPage {
    /** Address that the record was fetched from, null if it does not say. */
    String url();

    /**
     * A page as the server sent it, without transfer and content encodings.
     *
     * @param html whether it is HTML rather than plain text
     * @param charset the charset that the server named, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
    record Captured(String url, boolean html, String charset, byte[] content) implements WarcPage {}

    /** A record that cannot be read; the detail says why. */
    record Unreadable(String url, String detail) implements WarcPage {}
}
