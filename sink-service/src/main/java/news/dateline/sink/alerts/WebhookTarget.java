package news.dateline.sink.alerts;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import news.dateline.edge.PublicAddresses;

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
                if (!PublicAddresses.isPublic(resolved)) {
                    return "webhook must not lie on a private or local address";
                }
            }
            return null;
        } catch (UnknownHostException e) {
            return "webhook: there is no host '" + uri.getHost() + "'";
        }
    }
}
