package news.dateline.schemas.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One spelling for the many addresses of a page, for identity alone: the article keeps its address as given. Follows
 * the normalisations of RFC 3986, section 6.2, and drops what only tracks the reader.
 */
public final class CanonicalUrl {
    private static final Set<String> TRACKING = Set.of(
            "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "ref_src", "cmpid", "ocid");

    private CanonicalUrl() {}

    /**
     * The canonical form, without scheme: {@code http} and {@code https} are the same page.
     *
     * @throws InvalidArticleException if this is no absolute http or https address
     */
    public static String of(String url) {
        URI uri = parse(url);
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String bare = host.startsWith("www.") ? host.substring(4) : host;
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return bare + port(uri) + path + query(uri.getRawQuery());
    }

    /**
     * The host without {@code www.}: who publishes when nobody says so.
     *
     * @throws InvalidArticleException if this is no absolute http or https address
     */
    public static String host(String url) {
        String host = parse(url).getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return uri.normalize();
            }
        } catch (URISyntaxException e) {
            // answered below
        }
        throw new InvalidArticleException("url must be an absolute http or https address");
    }

    private static String port(URI uri) {
        int port = uri.getPort();
        return port == -1 || port == 80 || port == 443 ? "" : ":" + port;
    }

    private static String query(String query) {
        if (query == null) {
            return "";
        }
        List<String> kept = new ArrayList<>();
        for (String parameter : query.split("&", -1)) {
            String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
            if (!parameter.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name)) {
                kept.add(parameter);
            }
        }
        kept.sort(null);
        return kept.isEmpty() ? "" : "?" + String.join("&", kept);
    }
}
