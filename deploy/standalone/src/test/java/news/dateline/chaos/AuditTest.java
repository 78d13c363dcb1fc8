package news.dateline.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The audit finds each way in which an article can go wrong. */
class AuditTest {
    private static final String ID = "a";
    private static final Version KILL = new Version(2, Deed.KILLED);

    @Test
    void anArticleThatIsEverywhereAsItShouldBeIsNoFinding() {
        assertThat(corrected(corrected())).isEmpty();
        assertThat(killed(killed())).isEmpty();
    }

    @Test
    void whatLacksSomewhereIsLost() {
        Observed whole = corrected();
        assertThat(corrected(with(whole, Map.of(), whole.enriched(), whole.stored(), whole.kills(), whole.told())))
                .containsOnlyKeys(Findings.Kind.LOST);
        assertThat(corrected(with(
                        whole,
                        whole.raw(),
                        Map.of(ID, List.of(new Version(1, 1))),
                        whole.stored(),
                        whole.kills(),
                        whole.told())))
                .containsOnlyKeys(Findings.Kind.LOST);
        assertThat(corrected(with(whole, whole.raw(), whole.enriched(), Map.of(), whole.kills(), whole.told())))
                .containsOnlyKeys(Findings.Kind.LOST);
        assertThat(corrected(with(
                        whole,
                        whole.raw(),
                        whole.enriched(),
                        whole.stored(),
                        whole.kills(),
                        Map.of(ID, List.of(new Version(2, 2))))))
                .containsOnlyKeys(Findings.Kind.LOST);
    }

    @Test
    void whatStandsTwiceIsDoubled() {
        Observed whole = corrected();
        assertThat(corrected(with(
                        whole,
                        Map.of(ID, Map.of(1, 1, 2, 2)),
                        whole.enriched(),
                        whole.stored(),
                        whole.kills(),
                        whole.told())))
                .containsOnlyKeys(Findings.Kind.DOUBLED);
        List<Version> twice = List.of(new Version(1, 1), new Version(2, 2), new Version(2, 2));
        assertThat(corrected(with(whole, whole.raw(), Map.of(ID, twice), whole.stored(), whole.kills(), whole.told())))
                .containsOnlyKeys(Findings.Kind.DOUBLED);
        assertThat(corrected(
                        with(whole, whole.raw(), whole.enriched(), whole.stored(), whole.kills(), Map.of(ID, twice))))
                .containsOnlyKeys(Findings.Kind.DOUBLED);
    }

    @Test
    void anOldTextAboveANewOneIsAWrongVersion() {
        Observed whole = corrected();
        assertThat(corrected(with(
                        whole,
                        whole.raw(),
                        whole.enriched(),
                        Map.of(ID, new Version(1, 1)),
                        whole.kills(),
                        whole.told())))
                .containsOnlyKeys(Findings.Kind.WRONG_VERSION);
        List<Version> backwards = List.of(new Version(2, 2), new Version(1, 1));
        assertThat(corrected(with(
                        whole, whole.raw(), whole.enriched(), whole.stored(), whole.kills(), Map.of(ID, backwards))))
                .containsOnlyKeys(Findings.Kind.WRONG_VERSION);
    }

    @Test
    void aTextThatOutlivesItsKillIsAKillThatIsNotHonoured() {
        Observed whole = killed();
        assertThat(killed(with(
                        whole,
                        whole.raw(),
                        whole.enriched(),
                        Map.of(ID, new Version(1, 1)),
                        whole.kills(),
                        whole.told())))
                .containsOnlyKeys(Findings.Kind.KILL_NOT_HONOURED);
        assertThat(killed(with(whole, whole.raw(), whole.enriched(), whole.stored(), Map.of(), whole.told())))
                .containsOnlyKeys(Findings.Kind.KILL_NOT_HONOURED);
        assertThat(killed(with(
                        whole,
                        whole.raw(),
                        whole.enriched(),
                        whole.stored(),
                        whole.kills(),
                        Map.of(ID, List.of(new Version(1, 1))))))
                .containsOnlyKeys(Findings.Kind.KILL_NOT_HONOURED);
        assertThat(killed(with(
                        whole,
                        whole.raw(),
                        Map.of(ID, List.of(new Version(1, 1), KILL, new Version(3, 2))),
                        whole.stored(),
                        whole.kills(),
                        whole.told())))
                .containsOnlyKeys(Findings.Kind.KILL_NOT_HONOURED);
        assertThat(killed(new Observed(
                        whole.raw(),
                        whole.enriched(),
                        whole.stored(),
                        Map.of(ID, Set.of(1)),
                        whole.kills(),
                        whole.told())))
                .containsOnlyKeys(Findings.Kind.KILL_NOT_HONOURED);
    }

    @Test
    void withoutAKeyATextMayStandOnTheRawTopicTwice() {
        Observed whole = corrected();
        Findings findings = new Findings();
        new Audit(
                        with(
                                whole,
                                Map.of(ID, Map.of(1, 2, 2, 1)),
                                whole.enriched(),
                                whole.stored(),
                                whole.kills(),
                                whole.told()),
                        findings)
                .check(1, ID, Expected.after(List.of(Deed.text(1), Deed.text(2))), false);
        assertThat(findings.isEmpty()).isTrue();
    }

    /** A text and its correction. */
    private static Observed corrected() {
        List<Version> versions = List.of(new Version(1, 1), new Version(2, 2));
        return new Observed(
                Map.of(ID, Map.of(1, 1, 2, 1)),
                Map.of(ID, versions),
                Map.of(ID, new Version(2, 2)),
                Map.of(ID, Set.of(1, 2)),
                Map.of(),
                Map.of(ID, versions));
    }

    private static Map<Findings.Kind, Integer> corrected(Observed observed) {
        return check(observed, List.of(Deed.text(1), Deed.text(2)));
    }

    /** A text, its kill, and a late one that stays out; the stream's reader was away until the kill. */
    private static Observed killed() {
        return new Observed(
                Map.of(ID, Map.of(1, 1, Deed.KILLED, 1, 2, 1)),
                Map.of(ID, List.of(new Version(1, 1), KILL)),
                Map.of(),
                Map.of(),
                Map.of(ID, 2),
                Map.of(ID, List.of(KILL)));
    }

    private static Map<Findings.Kind, Integer> killed(Observed observed) {
        return check(observed, List.of(Deed.text(1), Deed.kill(), Deed.text(2)));
    }

    private static Observed with(
            Observed of,
            Map<String, Map<Integer, Integer>> raw,
            Map<String, List<Version>> enriched,
            Map<String, Version> stored,
            Map<String, Integer> kills,
            Map<String, List<Version>> told) {
        return new Observed(raw, enriched, stored, of.storedVersions(), kills, told);
    }

    private static Map<Findings.Kind, Integer> check(Observed observed, List<Deed> deeds) {
        Findings findings = new Findings();
        new Audit(observed, findings).check(1, ID, Expected.after(deeds), true);
        Map<Findings.Kind, Integer> found = new EnumMap<>(findings.counts());
        found.values().removeIf(count -> count == 0);
        return found;
    }
}
