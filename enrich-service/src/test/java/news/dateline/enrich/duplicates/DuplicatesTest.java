package news.dateline.enrich.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.RelatedArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicatesTest {
    private static final List<String> VOCABULARY = List.of(
            ("harbour bridge council river ferry mayor storm engine winter market school police minister budget court "
                            + "signal station timber glass museum garden island valley copper wheat sugar cotton radio "
                            + "doctor farmer sailor teacher witness driver pilot painter singer reader voter tenant")
                    .split(" "));
    private static final long HOUR = 3_600_000;

    private final TreeMap<String, HeldSketch> kept = new TreeMap<>();
    private Duplicates duplicates = new Duplicates(new MapStore(kept), List.of());

    @Test
    void aCopyPointsToTheFirstSeenAndItsOwnCopyToTheSame() {
        String report = report(1, 200);
        arrived("a", report, 0);
        assertThat(arrived("b", "By our staff. " + report, 1).duplicateOf()).isEqualTo("a");
        assertThat(arrived("c", "By our staff. " + report + " More in the evening edition.", 2)
                        .duplicateOf())
                .isEqualTo("a");
    }

    @Test
    void theFirstPartAloneIsADuplicate() {
        String report = report(1, 300);
        arrived("a", report, 0);
        assertThat(arrived("b", report.substring(0, report.length() / 2), 1).duplicateOf())
                .isEqualTo("a");
    }

    @Test
    void oneWordInFiveChangedIsRelatedAndNoDuplicate() {
        String report = report(1, 400);
        arrived("a", report, 0);
        Likeness likeness = arrived("b", changed(report, 5), 1);
        assertThat(likeness.duplicateOf()).isNull();
        assertThat(likeness.related()).extracting(RelatedArticle::getId).containsExactly("a");
    }

    @Test
    void otherTextsAreNeither() {
        arrived("a", report(1, 300), 0);
        Likeness likeness = arrived("b", report(2, 300), 1);
        assertThat(likeness).isEqualTo(new Likeness(null, List.of()));
    }

    @Test
    void aCorrectionIsNoDuplicateOfItselfNorOfItsOwnCopy() {
        String report = report(1, 200);
        arrived("a", report, 0);
        arrived("b", report, 1);
        Likeness correction = arrived("a", report + " One sentence more.", 2);
        assertThat(correction.duplicateOf()).isNull();
    }

    @Test
    void whatIsKilledIsNobodysOriginal() {
        String report = report(1, 200);
        arrived("a", report, 0);
        arrived("b", report, 1);
        duplicates.killed("a", 2);
        assertThat(arrived("c", report, 3).duplicateOf()).isEqualTo("b");
        assertThat(kept).containsOnlyKeys("b", "c");
    }

    @Test
    void afterThreeDaysAnArticleIsForgotten() {
        String report = report(1, 200);
        arrived("a", report, 0);
        assertThat(arrived("b", report, 72 * HOUR).duplicateOf()).isEqualTo("a");
        assertThat(arrived("c", report, 73 * HOUR).duplicateOf()).isEqualTo("b");
        assertThat(kept).containsOnlyKeys("b", "c");
        assertThat(duplicates.size()).isEqualTo(2);
    }

    @Test
    void aRestartForgetsNothing() {
        String report = report(1, 200);
        arrived("z", report, 0);
        arrived("a", report, 1);
        duplicates = new Duplicates(new MapStore(kept), kept.entrySet());
        assertThat(arrived("m", report, 2).duplicateOf()).isEqualTo("z");
        assertThat(arrived("late", report(9, 200), 73 * HOUR).duplicateOf()).isNull();
        assertThat(kept).containsOnlyKeys("late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "Sports results", "东京", "\uD83D\uDE00"})
    void hardlyAnyTextIsNoTrouble(String body) {
        arrived("a", body, 0);
        assertThat(arrived("b", report(1, 100), 1).duplicateOf()).isNull();
    }

    @Test
    void aShortHeadlineAloneIsADuplicateOnlyOfItself() {
        arrived("a", "", 0);
        EnrichedArticle same = article("b", "");
        assertThat(duplicates.arrived(same, 1).duplicateOf()).isEqualTo("a");
        EnrichedArticle other = article("c", "");
        other.setHeadline("Headline of the morning after the storm in town");
        assertThat(duplicates.arrived(other, 2).duplicateOf()).isNull();
    }

    private Likeness arrived(String id, String body, long time) {
        return duplicates.arrived(article(id, body), time);
    }

    private static EnrichedArticle article(String id, String body) {
        return EnrichedArticle.newBuilder()
                .setId(id)
                .setVersion(1)
                .setStatus(PubStatus.usable)
                .setHeadline("Headline of the morning after")
                .setBody(body)
                .setReceivedAt(Instant.EPOCH)
                .setEnrichedAt(Instant.EPOCH)
                .build();
    }

    /** So many words, always the same for the same seed. */
    private static String report(int seed, int words) {
        Random random = new Random(seed);
        List<String> text = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            text.add(VOCABULARY.get(random.nextInt(VOCABULARY.size())));
        }
        return String.join(" ", text);
    }

    private static String changed(String text, int every) {
        String[] words = text.split(" ");
        for (int i = 0; i < words.length; i += every) {
            words[i] = "changed" + i;
        }
        return String.join(" ", words);
    }

    private record MapStore(Map<String, HeldSketch> kept) implements Duplicates.Store {
        @Override
        public HeldSketch get(String id) {
            return kept.get(id);
        }

        @Override
        public void put(String id, HeldSketch sketch) {
            kept.put(id, sketch);
        }

        @Override
        public void delete(String id) {
            kept.remove(id);
        }
    }
}
