package news.dateline.sink.alerts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/**
 * Decides where webhooks may go: http and https addresses that lie on the public network, so that nobody uses the sink
 * to reach what only the sink can (server-side request forgery). It is asked again before each delivery, for names
 * change; the JVM keeps a resolved name for the connection that follows.
 */
final class WebhookTarget {
    private WebhookTarget() {}

    /**
     * Checks an address.
     *
     * @return what is wrong with it, null if nothing is
     */
    static String refusal(String address, boolean privateAllowed) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return "webhook must be an absolute http or https address";
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getUserInfo() != null) {
            return "webhook must be an absolute http or https address without a user name";
        }
        if (privateAllowed) {
            return null;
        }
        try {
            for (InetAddress resolved : InetAddress.getAllByName(uri.getHost())) {
                if (isPrivate(resolved)) {
                    return "webhook must not lie on a private or local address";
                }
            }
            return null;
        } catch (UnknownHostException e) {
            return "webhook: there is no host '" + uri.getHost() + "'";
        }
    }

    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean special = address instanceof Inet6Address
                ? (first & 0xFE) == 0xFC // unique local
                        || first == 0x00 // unspecified, loopback, IPv4-compatible and NAT64 of 64:ff9b::/96
                        || first == 0x20
                                && (second == 0x02
                                        || bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0) // 6to4, Teredo
                : first == 0
                        || first == 100 && (second & 0xC0) == 64
                        || first == 192 && second == 0 && bytes[2] == 0
                        || first == 198 && (second & 0xFE) == 18
                        || first >= 240;
        return special
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}
