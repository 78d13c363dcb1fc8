package news.dateline.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void caseSpacingAndFormDoNotMatter() {
        assertThat(Names.folded("  ÖSTERREICHISCHE \n Bahn ")).isEqualTo(Names.folded("O\u0308sterreichische bahn"));
        assertThat(Names.folded("STRASSE")).isEqualTo(Names.folded("Straße"));
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        String folded = Names.folded("a".repeat(299) + "😀".repeat(100));

        assertThat(folded).hasSize(299);
    }
}
