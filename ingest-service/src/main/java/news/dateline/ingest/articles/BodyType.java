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
    /** XML that says itself what it is. */
    XML("application/xml");

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
            case "application/xml", "text/xml" -> Optional.of(XML);
            default -> Optional.empty();
        };
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
