package news.dateline.schemas.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
    private static final String[] PARTS = {
        "https://",
        "http://",
        "www.",
        "m.",
        "amp.",
        "de.m.",
        "example.com",
        "co.uk",
        "cdn.ampproject.org",
        "google.com",
        "/",
        "/c/s/",
        "/amp",
        "/amp/s/",
        "/print",
        "/index.html",
        ".amp.html",
        ".amp",
        "..",
        "/./",
        ";jsessionid=1",
        "?",
        "&",
        "&amp;",
        "amp=1",
        "utm_source=x",
        "m=1",
        "a=b",
        "+",
        "%",
        "%41",
        "%2e",
        "%2F",
        "%25",
        "é",
        "#",
        "#!",
        ":80",
        ":8080",
        "@",
        "story",
        "|",
        "\\",
        "'",
        "[",
        "]"
    };

    static Stream<String[]> table() throws IOException {
        try (InputStream table = CanonicalUrlTest.class.getResourceAsStream("canonical-urls.tsv")) {
            return new String(table.readAllBytes(), UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1)).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void everyAddressHasItsForm(String address, String form) {
        assertThat(CanonicalUrl.of(address)).isEqualTo(form);
        assertThat(CanonicalUrl.of("https://" + form)).isEqualTo(form);
    }

    @Test
    void theFormOfAFormIsTheFormWhateverTheAddress() {
        IntStream.range(0, 20_000).forEach(seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder address = new StringBuilder("https://example.com/");
            if (random.nextBoolean()) {
                address.setLength("https://".length());
            }
            for (int parts = random.nextInt(12); parts > 0; parts--) {
                address.append(PARTS[random.nextInt(PARTS.length)]);
            }
            String form;
            try {
                form = CanonicalUrl.of(address.toString());
            } catch (InvalidArticleException e) {
                return; // no address
            }
            assertThat(CanonicalUrl.of("https://" + form))
                    .as("seed %d: %s", seed, address)
                    .isEqualTo(form);
            assertThat(CanonicalUrl.host(address.toString())).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/story",
                "/story",
                "ftp://example.com/story",
                "https:///story",
                "https://",
                "https://exa mple.com/story",
                "https://example.com/a b",
                "https://example.com:99999999/",
                "https://example..com/",
                "javascript:alert(1)",
                "mailto:eva@example.com"
            })
    void whatIsNoWebAddressIsRefused(String address) {
        assertThatThrownBy(() -> CanonicalUrl.of(address))
                .isInstanceOf(InvalidArticleException.class)
                .hasMessageContaining("http");
    }

    @Test
    void anAddressIsNoLongerThanServersTake() {
        assertThatThrownBy(() -> CanonicalUrl.of("https://example.com/" + "a.".repeat(500_000)))
                .isInstanceOf(InvalidArticleException.class)
                .hasMessageContaining("8000");
    }

    @Test
    void theHostIsThePublishersWhicheverVariantIsShown() {
        assertThat(CanonicalUrl.host("https://m.example.com:8080/x?y")).isEqualTo("example.com");
        assertThat(CanonicalUrl.host("https://www.google.com/amp/s/amp.example.com/story"))
                .isEqualTo("example.com");
        assertThat(CanonicalUrl.host("https://[2001:db8::1]:8080/x")).isEqualTo("[2001:db8::1]");
    }
}
