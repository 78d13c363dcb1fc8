package news.dateline.schemas.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One spelling for the many addresses of a page, for identity alone: the article keeps its address as given. Follows the
 * normalisations of RFC 3986, section 6.2, and sees through what publishers put around one page: tracking parameters,
 * mobile and AMP variants and AMP caches, print views, session ids, index pages.
 *
 * <p>The form identifies articles for ever, so a rule that is here stays; {@code canonical-urls.tsv} in the tests holds
 * its outcome. The form is stable under itself: {@code of("https://" + of(url))} is {@code of(url)}.
 */
public final class CanonicalUrl {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)https?://(?:[^/?#\\\\@]*@)?(\\[[0-9a-f:.]+]|[^/?#\\\\@:\\[\\]\\s]+)(?::([0-9]{0,5}))?([/?#].*)?");
    private static final Pattern AMP_CACHE = Pattern.compile(
            "(?:.+\\.)?(?:cdn\\.ampproject\\.org|bing-amp\\.com)/(?:[a-z]/)?(?:s/)?([^/?]+\\.[^/?]+(?:[/?#].*)?)");
    private static final Pattern AMP_VIEWER =
            Pattern.compile("(?:google\\.[a-z.]+|bing\\.com)/amp/(?:s/)?([^/?]+\\.[^/?]+(?:[/?#].*)?)");
    private static final int LONGEST = 8_000;

    private CanonicalUrl() {}

    /**
     * The canonical form, without scheme: {@code http} and {@code https} are the same page.
     *
     * @throws InvalidArticleException if this is no absolute http or https address of at most 8,000
     *     characters
     */
    public static String of(String url) {
        Matcher address = parsed(url);
        while (true) {
            Matcher page = wrapped(CanonicalHost.of(address.group(1)) + rest(address));
            if (page == null) {
                String form = form(address);
                page = wrapped(form);
                if (page == null) {
                    return form;
                }
            }
            address = page;
        }
    }

    /**
     * The host without {@code www.} and without the marks of mobile and AMP variants: who publishes when nobody says so.
     *
     * @throws InvalidArticleException if this is no absolute http or https address
     */
    public static String host(String url) {
        String form = of(url);
        int end = 0;
        while (end < form.length() && "/?#".indexOf(form.charAt(end)) < 0) {
            end++;
        }
        String host = form.substring(0, end);
        int port = host.lastIndexOf(':');
        return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    }

    private static String form(Matcher address) {
        String rest = rest(address);
        int hash = rest.indexOf('#');
        String fragment = hash < 0 ? "" : rest.substring(hash);
        String beforeFragment = hash < 0 ? rest : rest.substring(0, hash);
        int mark = beforeFragment.indexOf('?');
        String path = mark < 0 ? beforeFragment : beforeFragment.substring(0, mark);
        String query = mark < 0 ? "" : beforeFragment.substring(mark + 1);
        return CanonicalHost.of(address.group(1))
                + port(address.group(2))
                + CanonicalPath.of(path)
                + CanonicalQuery.of(query)
                + (fragment.startsWith("#!") ? PercentEncoding.normalised(fragment) : "");
    }

    private static String rest(Matcher address) {
        return address.group(3) == null ? "" : address.group(3);
    }

    /** The page that a cache or viewer of AMP pages shows under an address of its own; null if it is no such address. */
    private static Matcher wrapped(String form) {
        for (Pattern pattern : new Pattern[] {AMP_CACHE, AMP_VIEWER}) {
            Matcher matcher = pattern.matcher(form);
            Matcher page = matcher.matches() ? ADDRESS.matcher("https://" + matcher.group(1)) : null;
            if (page != null && page.matches() && CanonicalHost.isValid(page.group(1))) {
                return page;
            }
        }
        return null;
    }

    private static Matcher parsed(String url) {
        String stripped = url.strip();
        if (stripped.length() > LONGEST) {
            throw new InvalidArticleException("url is longer than " + LONGEST + " characters");
        }
        Matcher address = ADDRESS.matcher(stripped);
        boolean blank = stripped.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
        if (blank || !address.matches()) {
            throw invalid();
        }
        return address;
    }

    private static String port(String port) {
        return port == null || port.isEmpty() || port.equals("80") || port.equals("443") ? "" : ":" + port;
    }

    static InvalidArticleException invalid() {
        return new InvalidArticleException("url must be an absolute http or https address");
    }
}
