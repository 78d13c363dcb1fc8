package news.dateline.ingest.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zalando.problem.ThrowableProblem;

class RequestKeyTest {
    @Test
    void aKeyIsTheSameWithAndWithoutItsQuotes() {
        assertThat(RequestKey.of("wire", "\"8e03978e\"")).isEqualTo(RequestKey.of("wire", "8e03978e"));
    }

    @Test
    void twoSendersMayUseTheSameKey() {
        assertThat(RequestKey.of("wire", "1")).isNotEqualTo(RequestKey.of("feeds", "1"));
        assertThat(RequestKey.of("wire1", "1")).isNotEqualTo(RequestKey.of("wire", "11"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\"", "\"\"", "\"a", "a\"b", "é", "a\tb"})
    void whatIsNoKeyIsRefused(String header) {
        assertThatThrownBy(() -> RequestKey.of("wire", header))
                .isInstanceOf(ThrowableProblem.class)
                .hasMessageContaining("Idempotency-Key");
    }

    @Test
    void aKeyTooLongIsRefused() {
        assertThat(RequestKey.of("wire", "k".repeat(255))).isNotEmpty();
        assertThatThrownBy(() -> RequestKey.of("wire", "k".repeat(256))).isInstanceOf(ThrowableProblem.class);
    }

    @Test
    void everyPartOfARequestIsInItsFingerprint() {
        String base = RequestKey.fingerprint("POST", "/v1/articles", "text/plain", "a".getBytes(UTF_8));

        assertThat(RequestKey.fingerprint("POST", "/v1/articles", "text/plain", "a".getBytes(UTF_8)))
                .isEqualTo(base);
        assertThat(new String[] {
                    RequestKey.fingerprint("DELETE", "/v1/articles", "text/plain", "a".getBytes(UTF_8)),
                    RequestKey.fingerprint("POST", "/v1/articles?url=x", "text/plain", "a".getBytes(UTF_8)),
                    RequestKey.fingerprint("POST", "/v1/articles", "text/html", "a".getBytes(UTF_8)),
                    RequestKey.fingerprint("POST", "/v1/articles", "text/plain", "b".getBytes(UTF_8))
                })
                .doesNotContain(base)
                .doesNotHaveDuplicates();
    }
}
