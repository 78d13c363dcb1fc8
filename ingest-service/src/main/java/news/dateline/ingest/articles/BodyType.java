package news.dateline.ingest.articles;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of body that become articles, by media type. */
public enum BodyType {
    JSON("application/json"),
    NDJSON("application/x-ndjson"),
    HTML("text/html"),
    TEXT("text/plain"),
    /** RSS, Atom, JSON Feed or a sitemap: which of them, the document says. */
    FEED("application/rss+xml"),
    NEWSML("application/vnd.iptc.g2.newsitem+xml"),
    NITF("application/nitf+xml"),
    /** XML of a kind that its root element tells. */
    XML("application/xml"),
    WARC("application/warc");

    private final String mediaType;

    BodyType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The kind of body of a media type without parameters, ignoring case. */
    public static Optional<BodyType> of(String mediaType) {
        return switch (mediaType.strip().toLowerCase(Locale.ROOT)) {
            case "application/json" -> Optional.of(JSON);
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> Optional.of(NDJSON);
            case "text/html", "application/xhtml+xml" -> Optional.of(HTML);
            case "text/plain" -> Optional.of(TEXT);
            case "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json" ->
                Optional.of(FEED);
            case "application/vnd.iptc.g2.newsitem+xml", "application/vnd.iptc.g2.newsmessage+xml" ->
                Optional.of(NEWSML);
            case "application/nitf+xml", "text/vnd.iptc.nitf" -> Optional.of(NITF);
            case "application/xml", "text/xml" -> Optional.of(XML);
            case "application/warc", "application/warc+gzip" -> Optional.of(WARC);
            default -> Optional.empty();
        };
    }

    /** Whether a body of this kind is read item by item and may be of any length. */
    public boolean isStreamed() {
        return this == NDJSON || this == WARC;
    }

    /** The media type that names this kind. */
    public String mediaType() {
        return mediaType;
    }

    /** Every kind's media type, for messages. */
    public static String known() {
        return Arrays.stream(values()).map(BodyType::mediaType).collect(Collectors.joining(", "));
    }
}
