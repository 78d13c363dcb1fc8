package news.dateline.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassagesTest {
    private static final String SENTENCE = "The committee met for the third time and put off its decision again. ";

    @Test
    void aPassageEndsWithASentence() {
        assertThat(Passages.of(SENTENCE.repeat(7), 60))
                .hasSizeGreaterThan(1)
                .allMatch(passage -> passage.endsWith("."));
    }

    @Test
    void nothingIsLostOrReadTwice() {
        String body = SENTENCE.repeat(9).strip();
        assertThat(String.join(" ", Passages.of(body, 60))).isEqualTo(body);
    }

    @Test
    void onlyTheTopOfAnEndlessTextIsRead() {
        assertThat(Passages.of(SENTENCE.repeat(10_000), 60)).hasSize(60);
    }

    @Test
    void aTextWithoutSentenceEndsIsCutAllTheSame() {
        assertThat(Passages.of("word ".repeat(2_000), 60)).allMatch(passage -> passage.length() <= 1_600);
        assertThat(Passages.of("x".repeat(5_000), 60)).allMatch(passage -> passage.length() <= 1_600);
    }

    @Test
    void anEmptyBodyHasNone() {
        assertThat(Passages.of("", 60)).isEmpty();
        assertThat(Passages.of(" \n\n ", 60)).isEmpty();
    }
}
