package news.dateline.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptTest {
    @Test
    void theSameSeedSendsTheSame() {
        assertThat(all(7)).isEqualTo(all(7)).isNotEqualTo(all(8));
        assertThat(new Script(7).item(3, Deed.text(2))).isEqualTo(new Script(7).item(3, Deed.text(2)));
    }

    @Test
    void aBodyTellsTheNumberOfItsText() {
        assertThat(Script.text(new Script(1).item(5, Deed.text(4)).path("body").asText()))
                .isEqualTo(4);
    }

    @Test
    void aScriptHasCorrectionsRepeatsKillsAndWhatComesAfterThem() {
        List<Expected> expected = all(1).stream().map(Expected::after).toList();
        assertThat(expected).anyMatch(Expected::isKilled);
        assertThat(expected).anyMatch(one -> one.lastKill() > 0 && !one.isKilled());
        assertThat(expected).anyMatch(one -> one.version() > 1 && one.lastKill() == 0);
        assertThat(expected).anyMatch(one -> one.sent().getOrDefault(1, 0) > 1 && one.version() == 1);
    }

    @Test
    void whatIsExpectedFollowsTheRules() {
        assertThat(Expected.after(List.of(Deed.text(1), Deed.text(2), Deed.text(1)))
                        .history())
                .containsExactly(1, 2, 1);
        assertThat(Expected.after(List.of(Deed.text(1), Deed.text(1)))).satisfies(repeat -> {
            assertThat(repeat.history()).containsExactly(1);
            assertThat(repeat.sent()).isEqualTo(Map.of(1, 2));
        });
        assertThat(Expected.after(List.of(Deed.dated(2, 2), Deed.dated(1, 1), Deed.dated(3, 3)))
                        .history())
                .containsExactly(2, 3);
        assertThat(Expected.after(List.of(Deed.kill(), Deed.text(1))).history()).containsExactly(Deed.KILLED);
        assertThat(Expected.after(List.of(Deed.text(1), Deed.kill(), Deed.text(2), Deed.revival(3)))
                        .history())
                .containsExactly(1, Deed.KILLED, 3);
    }

    private static List<List<Deed>> all(long seed) {
        Script script = new Script(seed);
        return IntStream.range(0, 300).mapToObj(script::keyed).toList();
    }
}
