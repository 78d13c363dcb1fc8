package news.dateline.sink.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTargetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001::1"
            })
    void privateAddressesAreRefused(String address) {
        assertThat(WebhookTarget.refusal(at(address), false)).contains("private or local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "93.184.216.34", "100.128.0.1", "2606:4700::1111", "2001:4860::8888"})
    void publicAddressesAreNot(String address) {
        assertThat(WebhookTarget.refusal(at(address), false)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/", "/hook", "http:///x", "http://user@example.org/", "http://[", ""})
    void whatIsNoAddressIsRefused(String address) {
        assertThat(WebhookTarget.refusal(address, true)).contains("webhook must be");
    }

    private static String at(String address) {
        return "http://" + (address.contains(":") ? "[" + address + "]" : address) + "/hook";
    }
}
