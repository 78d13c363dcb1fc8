package news.dateline.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Tells addresses of the public internet from all others: private, loopback, link-local (with the metadata services of
 * clouds), shared (CGNAT), documentation, multicast and reserved ones, after the special-purpose registries of IANA
 * (RFC 6890 and its successors). Of IPv6 only global unicast counts as public, without the ranges that carry an IPv4
 * address in them. An IPv4 address that is mapped into IPv6 is judged as IPv4. Pure and thread-safe.
 */
public final class PublicAddresses {
    private static final List<Range> NOT_PUBLIC = List.of(
            range("0.0.0.0", 8),
            range("10.0.0.0", 8),
            range("100.64.0.0", 10),
            range("127.0.0.0", 8),
            range("168.63.129.16", 32), // a metadata service at a public address
            range("169.254.0.0", 16),
            range("172.16.0.0", 12),
            range("192.0.0.0", 24),
            range("192.0.2.0", 24),
            range("192.88.99.0", 24),
            range("192.168.0.0", 16),
            range("198.18.0.0", 15),
            range("198.51.100.0", 24),
            range("203.0.113.0", 24),
            range("224.0.0.0", 3),
            range("2001::", 23),
            range("2001:db8::", 32),
            range("2002::", 16),
            range("3fff::", 20));
    private static final Range GLOBAL_UNICAST = range("2000::", 3);

    private PublicAddresses() {}

    /** Whether an address is one of the public internet. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (bytes.length == 4 || GLOBAL_UNICAST.holds(bytes))
                && NOT_PUBLIC.stream().noneMatch(range -> range.holds(bytes));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Range(byte[] prefix, int bits) {
        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Range range(String prefix, int bits) {
        try {
            return new Range(InetAddress.getByName(prefix).getAddress(), bits);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Not a literal address: " + prefix, e);
        }
    }
}
