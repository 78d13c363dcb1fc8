package news.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import news.dateline.edge.PublicAddresses;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1"
            })
    void addressesThatAreNotPublicAreTold(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.169.0.1",
                "223.255.255.254",
                "2606:4700::1111",
                "2a00:1450:4001::1",
                "::ffff:8.8.8.8"
            })
    void publicAddressesAreTold(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://news.example/feed",
                "file:///etc/passwd",
                "gopher://news.example/",
                "//news.example/feed",
                "news.example/feed",
                "http://",
                "http://user:word@news.example/",
                "http://news.example@127.0.0.1/",
                "http://news.example:8080/",
                "http://news.example:22/",
                "http://localhost/",
                "http://LOCALHOST./",
                "http://feeds.localhost/",
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://0177.0.0.1/",
                "http://127.0.0.01/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[fd00:ec2::254]/",
                "http://256.256.256.256/",
                "http://ex ample/",
                "http://１２７.0.0.1/"
            })
    void addressesThatMayNotBeFetchedAreRefusedWithAReason(String url) {
        assertThatThrownBy(() -> new UrlRules(false).check(url))
                .isInstanceOf(FetchException.class)
                .hasMessageMatching("(?s)(the|port) .+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://news.example/feed",
                "https://news.example:443/feed?x=1",
                "HTTP://NEWS.EXAMPLE",
                "https://1.1.1.1/",
                "https://[2606:4700::1111]/",
                "https://news1.example/"
            })
    void publicAddressesMayBeFetched(String url) throws FetchException {
        assertThat(new UrlRules(false).check(url).getHost()).isNotBlank();
    }

    @Test
    void anOwnNetworkMayBeFetchedWhereItIsAllowed() throws FetchException {
        UrlRules rules = new UrlRules(true);
        assertThat(rules.check("http://127.0.0.1:8080/feed").getPort()).isEqualTo(8080);
        assertThatThrownBy(() -> rules.check("file:///etc/passwd")).isInstanceOf(FetchException.class);
    }

    @Test
    void aNameWithOneAddressThatIsNotPublicIsNotResolved() throws UnknownHostException {
        InMemoryDnsResolver names = new InMemoryDnsResolver();
        names.add("mixed.example", InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1"));
        names.add("public.example", InetAddress.getByName("1.1.1.1"));
        assertThatThrownBy(() -> new CheckedResolver(names, false).resolve("mixed.example"))
                .isInstanceOf(CheckedResolver.NotPublic.class);
        assertThat(new CheckedResolver(names, false).resolve("public.example")).hasSize(1);
        assertThat(new CheckedResolver(names, true).resolve("mixed.example")).hasSize(2);
    }
}
