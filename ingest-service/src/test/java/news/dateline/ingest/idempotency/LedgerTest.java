package news.dateline.ingest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import news.dateline.ingest.idempotency.Ledger.Place;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Place PLACE = new Place(0, 7);

    private final Ledger ledger = new Ledger();

    private void claimed(String token, Instant at) {
        ledger.apply("k", LogEvent.claimed(token, "f"), at, PLACE);
    }

    private void answered(String token, Instant at) {
        ledger.apply("k", LogEvent.answered(token, "f", new Answer(202, "application/json", "{}")), at, PLACE);
    }

    private String holder(Instant at) {
        return ledger.find("k", at).map(Ledger.Entry::token).orElse(null);
    }

    @Test
    void theFirstClaimHolds() {
        claimed("a", NOON);
        claimed("b", NOON.plusSeconds(1));

        assertThat(holder(NOON.plusSeconds(2))).isEqualTo("a");
    }

    @Test
    void aClaimWhoseAttemptDiedIsTakenOver() {
        claimed("a", NOON);
        claimed("b", NOON.plus(Ledger.CLAIM_LIFE).plusMillis(1));

        assertThat(holder(NOON.plus(Ledger.CLAIM_LIFE).plusSeconds(1))).isEqualTo("b");
    }

    @Test
    void aClaimNeverReplacesAnAnswer() {
        claimed("a", NOON);
        answered("a", NOON.plusSeconds(1));
        claimed("b", NOON.plus(Duration.ofHours(23)));

        assertThat(ledger.find("k", NOON.plus(Duration.ofHours(24)))).hasValueSatisfying(entry -> {
            assertThat(entry.token()).isEqualTo("a");
            assertThat(entry.answered()).isTrue();
        });
    }

    @Test
    void anAnswerHoldsForADayAndNoLonger() {
        answered("a", NOON);

        assertThat(holder(NOON.plus(Duration.ofHours(24)))).isEqualTo("a");
        assertThat(holder(NOON.plus(Duration.ofHours(24)).plusMillis(1))).isNull();
    }

    @Test
    void theFirstAnswerStays() {
        answered("a", NOON);
        answered("b", NOON.plusSeconds(1));

        assertThat(holder(NOON.plusSeconds(2))).isEqualTo("a");
    }

    @Test
    void aReleasedClaimIsFreeAndAnothersIsNot() {
        claimed("a", NOON);
        ledger.apply("k", LogEvent.released("b"), NOON, PLACE);
        assertThat(holder(NOON)).isEqualTo("a");

        ledger.apply("k", LogEvent.released("a"), NOON, PLACE);
        assertThat(holder(NOON)).isNull();
    }

    @Test
    void anAnswerIsNeverReleased() {
        answered("a", NOON);
        ledger.apply("k", LogEvent.released("a"), NOON, PLACE);

        assertThat(holder(NOON)).isEqualTo("a");
    }

    @Test
    void whatNoLongerHoldsIsForgotten() {
        answered("a", NOON);
        ledger.forgetBefore(NOON.plus(Duration.ofHours(25)));

        assertThat(ledger.size()).isZero();
    }
}
