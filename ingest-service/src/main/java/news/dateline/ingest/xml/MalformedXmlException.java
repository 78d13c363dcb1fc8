package news.dateline.ingest.xml;

/** Not well-formed, or beyond the limits of what is read as XML. The message says which, for the sender. */
public final class MalformedXmlException extends RuntimeException {
    MalformedXmlException(String message) {
        super(message);
    }
}
