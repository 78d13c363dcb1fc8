package news.dateline.ingest.pages;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import news.dateline.schemas.article.CanonicalUrl;
import news.dateline.schemas.article.InvalidArticleException;
import org.jsoup.nodes.Element;

/**
 * Where a page says that it lies: {@code <link rel=canonical>} (RFC 6596), Open Graph, JSON-LD. An article's identity
 * hangs on it, so a page whose own address is known is believed only about the site that it lies on: the same
 * registrable domain by the Public Suffix List, caches of AMP pages counting as the site that they show. Neither is an
 * article's address the front page, which careless templates name on every page. Immutable.
 */
final class PageAddress {
    private static final int LONGEST = 2000;

    private final String url;
    private final String canonical;

    /**
     * @param url the address that the page was fetched from, {@code null} if it is not known
     */
    PageAddress(PageElements elements, MetaTags meta, JsonLd json, String url) {
        this.url = absolute(null, url);
        Stream<String> links = elements.links("canonical").stream().map((Element link) -> link.attr("href"));
        Stream<String> stated = Stream.of(
                meta.first("og:url", "twitter:url", "parsely-link"), json.hasArticle() ? json.text("url") : null);
        this.canonical = Stream.concat(links, stated)
                .map(this::absolute)
                .filter(Objects::nonNull)
                .filter(this::isBelieved)
                .findFirst()
                .orElse(this.url);
    }

    /** The article's address, {@code null} if neither the page nor anyone else says it. */
    String canonical() {
        return canonical;
    }

    /** The reference as an absolute web address, or {@code null}. */
    String absolute(String reference) {
        return absolute(url, reference);
    }

    private static String absolute(String base, String reference) {
        String bare = reference == null ? "" : reference.strip();
        if (bare.isEmpty() || bare.length() > LONGEST || bare.startsWith("data:")) {
            return null;
        }
        try {
            URI uri = new URI(bare.replace(" ", "%20"));
            URI whole = uri.isAbsolute() || base == null ? uri : new URI(base).resolve(uri);
            boolean web = "http".equalsIgnoreCase(whole.getScheme()) || "https".equalsIgnoreCase(whole.getScheme());
            return web && whole.getHost() != null ? whole.toString() : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    private boolean isBelieved(String stated) {
        if (url == null) {
            return true;
        }
        try {
            boolean frontPage = isFrontPage(stated) && !isFrontPage(url);
            return !frontPage && site(CanonicalUrl.host(url)).equals(site(CanonicalUrl.host(stated)));
        } catch (InvalidArticleException e) {
            return false;
        }
    }

    private static boolean isFrontPage(String address) {
        return CanonicalUrl.of(address).matches("[^/?#]*");
    }

    /** The registrable domain of a host; the host itself where it has none, as an IP address. */
    private static String site(String host) {
        String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
        return domain == null ? host : domain;
    }

    /** The second-level name of the page's host, without dots and dashes: {@code thelocalpost}. */
    String siteName() {
        if (canonical == null) {
            return "";
        }
        String[] labels =
                URI.create(canonical).getHost().toLowerCase(Locale.ROOT).split("\\.", -1);
        String longest = "";
        for (int i = 0; i < labels.length - 1; i++) {
            longest = labels[i].length() > longest.length() ? labels[i] : longest;
        }
        return longest.length() < 3 ? "" : longest.replace("-", "");
    }
}
