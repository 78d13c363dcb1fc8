package news.dateline.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicVocabularyTest {
    private final TopicVocabulary vocabulary = TopicVocabulary.load();

    @Test
    void allConceptsInForceAreThere() {
        assertThat(vocabulary.codes()).hasSize(1_084);
        assertThat(vocabulary.codes().stream()
                        .filter(code -> vocabulary.broader(code).isEmpty()))
                .hasSize(Roots.COUNT)
                .allMatch(code -> code.endsWith("000000"));
    }

    @Test
    void everyBroaderChainEndsAtARoot() {
        for (String code : vocabulary.codes()) {
            assertThat(vocabulary.broader(code)).hasSizeLessThanOrEqualTo(5);
            assertThat(Roots.index(vocabulary.root(code))).isBetween(0, Roots.COUNT - 1);
        }
    }

    @Test
    void aConceptIsAmongTheNarrowerOnesOfItsBroader() {
        for (String code : vocabulary.codes()) {
            vocabulary.broader(code).stream()
                    .findFirst()
                    .ifPresent(
                            broader -> assertThat(vocabulary.narrower(broader)).contains(code));
        }
    }

    @Test
    void aRetiredOrUnknownCodeHasNoName() {
        assertThat(vocabulary.name("medtop:20000119")).isEmpty();
        assertThat(vocabulary.name("medtop:99999999")).isEmpty();
        assertThat(vocabulary.narrower("medtop:99999999")).isEmpty();
        assertThat(vocabulary.broader("medtop:99999999")).isEmpty();
    }

    @Test
    void everyOwnTermBelongsToAConceptInForce() {
        assertThat(TopicVocabulary.table("concept-terms.tsv"))
                .allSatisfy(
                        row -> assertThat(vocabulary.name(row[0])).as(row[0]).isPresent());
    }
}
