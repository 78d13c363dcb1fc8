package news.dateline.ingest.feeds;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Resolves the addresses of a feed: by {@code xml:base} (XML Base), else by the site's or the feed's own address. */
final class Links {
    private static final int LONGEST = 4_000;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\s\"<>\\\\^`{|}]|%(?![0-9a-fA-F]{2})");

    private Links() {}

    /** The base for links in this element. */
    static String base(Element element, String fallback) {
        Element parent = element.parent();
        String outer = parent == null ? fallback : base(parent, fallback);
        String own = element.attr("xml:base");
        String resolved = own.isEmpty() ? null : resolve(own, outer);
        return resolved == null ? outer : resolved;
    }

    /** The absolute http or https address, its forbidden characters escaped, else {@code null}. */
    static String resolve(String link, String base) {
        if (link == null || link.isBlank() || link.length() > LONGEST) {
            return null;
        }
        String escaped =
                FORBIDDEN.matcher(link.strip()).replaceAll(m -> escape(m.group().charAt(0)));
        try {
            URI uri = new URI(absolute(escaped, base));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return uri.getHost() != null && (scheme.equals("http") || scheme.equals("https")) ? uri.toString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Resolved as browsers do: {@link URI} would drop the path before a query alone. */
    private static String absolute(String link, String base) throws URISyntaxException {
        if (base == null) {
            return link;
        }
        try {
            String relative = link.startsWith("?") ? new URI(base).getRawPath() + link : link;
            return new URL(new URL(base), relative).toExternalForm();
        } catch (MalformedURLException e) {
            return link;
        }
    }

    private static String escape(char c) {
        return switch (c) {
            case '%' -> "%25";
            case '\\' -> "/";
            default -> String.format("%%%02X", (int) c);
        };
    }
}
