package news.dateline.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import news.dateline.edge.PublicAddresses;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves the names that the client connects to, and refuses those with an address that is not public. The client
 * connects to the very addresses that were checked here, so that a name cannot change its meaning in between (DNS
 * rebinding). Thread-safe.
 */
final class CheckedResolver implements DnsResolver {
    private final DnsResolver names;
    private final boolean allowPrivate;

    CheckedResolver(boolean allowPrivate) {
        this(SystemDefaultDnsResolver.INSTANCE, allowPrivate);
    }

    CheckedResolver(DnsResolver names, boolean allowPrivate) {
        this.names = names;
        this.allowPrivate = allowPrivate;
    }

    /** The name has an address that may not be fetched. */
    static final class NotPublic extends UnknownHostException {
        NotPublic(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        if (!allowPrivate) {
            for (InetAddress address : addresses) {
                if (!PublicAddresses.isPublic(address)) {
                    throw new NotPublic(host);
                }
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
