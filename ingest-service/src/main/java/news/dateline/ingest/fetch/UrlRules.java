package news.dateline.ingest.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import news.dateline.edge.PublicAddresses;

/**
 * Which addresses may be fetched, as far as the address alone tells: http or https, a host by name or in the usual
 * spelling of its IP address, no user, the ports 80 and 443. What a name stands for is checked when it is resolved.
 * Thread-safe.
 */
public final class UrlRules {
    private static final int LONGEST = 2_000;
    private static final Pattern DOTTED_QUAD = Pattern.compile("(\\d{1,3})(\\.\\d{1,3}){3}");
    private static final Pattern NUMBER_AT_END = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

    private final boolean allowPrivate;

    /**
     * @param allowPrivate whether private addresses and any port are allowed
     */
    public UrlRules(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /**
     * The address, checked.
     *
     * @throws FetchException if it may not be fetched; the message says what to mend
     */
    public URI check(String url) throws FetchException {
        URI uri = parse(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new FetchException("the address must begin with http:// or https://");
        }
        if (uri.getRawUserInfo() != null
                || uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw new FetchException("the address must not name a user or password");
        }
        if (uri.getHost() == null) {
            throw new FetchException("the address must name a host, by name or as a plain IP address");
        }
        int port = uri.getPort();
        if (!allowPrivate && port != -1 && port != 80 && port != 443) {
            throw new FetchException("port " + port + " is not fetched; only 80 and 443 are");
        }
        host(uri.getHost().toLowerCase(Locale.ROOT));
        return uri;
    }

    private void host(String host) throws FetchException {
        boolean quad = DOTTED_QUAD.matcher(host).matches();
        boolean literal = quad || host.startsWith("[");
        // As the URL standard has it, a host that ends in a number is an IP address in some spelling.
        if (!quad && NUMBER_AT_END.matcher(host).matches() || quad && host.matches("(.*\\.)?0\\d.*")) {
            throw new FetchException("the host " + host + " is an unusual spelling of an IP address");
        }
        if (allowPrivate) {
            return;
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            throw notPublic(host);
        }
        if (literal) {
            try {
                if (!PublicAddresses.isPublic(InetAddress.getByName(host))) {
                    throw notPublic(host);
                }
            } catch (UnknownHostException e) {
                throw new FetchException("the host " + host + " is no IP address");
            }
        }
    }

    private static URI parse(String url) throws FetchException {
        if (url.length() > LONGEST) {
            throw new FetchException("the address is longer than " + LONGEST + " characters");
        }
        try {
            return new URI(url.strip());
        } catch (URISyntaxException e) {
            throw new FetchException("the address is no URL: " + e.getReason());
        }
    }

    static FetchException notPublic(String host) {
        return new FetchException("the host " + host + " is not on the public internet; dateline.fetch.allow-private "
                + "lets feeds of an own network be fetched");
    }
}
