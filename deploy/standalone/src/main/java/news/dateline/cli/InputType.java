package news.dateline.cli;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import news.dateline.ingest.feeds.FeedReader;

/** The kinds of input, by media type; {@code auto} is found out by the file's name and beginning. */
enum InputType {
    AUTO(""),
    JSON("application/json"),
    NDJSON("application/x-ndjson"),
    HTML("text/html"),
    TEXT("text/plain"),
    NINJS("application/json"),
    NITF("application/nitf+xml"),
    XML("application/xml"),
    RSS("application/rss+xml"),
    NEWSML("application/vnd.iptc.g2.newsitem+xml"),
    WARC("application/warc");

    private static final int BEGINNING = 2_000;

    private final String mediaType;

    InputType(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** This type, or what the input seems to be. */
    InputType resolved(String name, byte[] content) {
        if (this != AUTO) {
            return this;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower.substring(lower.lastIndexOf('.') + 1)) {
            case "json" -> JSON;
            case "ndjson", "jsonl" -> NDJSON;
            case "html", "htm", "xhtml" -> HTML;
            case "txt", "text", "md" -> TEXT;
            case "rss", "atom" -> RSS;
            case "warc" -> WARC;
            case "nitf" -> NITF;
            case "newsml", "g2" -> NEWSML;
            case "gz" -> resolved(lower.substring(0, lower.lastIndexOf('.')), content);
            default -> ofContent(content);
        };
    }

    private static InputType ofContent(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, BEGINNING), StandardCharsets.UTF_8).strip();
        String lower = start.toLowerCase(Locale.ROOT);
        if (start.startsWith("WARC/")) {
            return WARC;
        }
        if (start.startsWith("[")) {
            return JSON;
        }
        if (start.startsWith("{") && start.contains("jsonfeed.org/version")) {
            return RSS;
        }
        if (start.startsWith("{")) {
            String all = new String(content, StandardCharsets.UTF_8).strip();
            return all.lines()
                                    .filter(line -> !line.isBlank())
                                    .allMatch(line -> line.strip().startsWith("{"))
                            && all.contains("\n")
                    ? NDJSON
                    : JSON;
        }
        if (lower.contains("<newsitem") || lower.contains("<newsmessage") || lower.contains("<packageitem")) {
            return NEWSML;
        }
        if (lower.contains("<nitf")) {
            return NITF;
        }
        if (FeedReader.isFeed(content)) {
            return RSS;
        }
        if (lower.startsWith("<?xml") && !lower.contains("<html") && !lower.contains("<!doctype html")) {
            return XML;
        }
        return lower.startsWith("<") ? HTML : TEXT;
    }

    /** Whether the content is no text of any kind, such as a picture that lies in a folder of pages. */
    static boolean isBinary(byte[] content) {
        for (int i = 0; i < Math.min(content.length, BEGINNING); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
