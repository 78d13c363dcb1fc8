package news.dateline.enrich.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {

    private static List<String> words(String text) {
        Tokens tokens = new Tokenizer().tokenize(text);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(tokens.token(i));
        }
        return words;
    }

    private static List<String> sentences(String text) {
        Tokens tokens = new Tokenizer().tokenize(text);
        List<String> sentences = new ArrayList<>();
        for (int s = 0; s < tokens.sentences(); s++) {
            sentences.add(text.substring(tokens.start(tokens.sentenceStart(s)), tokens.end(tokens.sentenceEnd(s) - 1)));
        }
        return sentences;
    }

    @Test
    void possessivesStandAlone() {
        assertThat(words("Kenya's and Laos’ ministers can't agree."))
                .startsWith("Kenya", "'s", "and", "Laos", "’", "ministers");
    }

    @Test
    void compoundsWithNamesAreDivided() {
        assertThat(words("Nairobi-based pro-Oslo Iran-Iraq"))
                .containsExactly("Nairobi", "-", "based", "pro", "-", "Oslo", "Iran", "-", "Iraq");
    }

    @Test
    void compoundNamesStayWhole() {
        assertThat(words("Anne-Marie al-Hakim Tehreek-e-Something Jae-in long-term COVID-19"))
                .containsExactly("Anne-Marie", "al-Hakim", "Tehreek-e-Something", "Jae-in", "long-term", "COVID-19");
    }

    @Test
    void abbreviationsKeepTheirStop() {
        assertThat(words("Gen. Li met J. Ito of the U.N. on Friday."))
                .containsExactly("Gen.", "Li", "met", "J.", "Ito", "of", "the", "U.N.", "on", "Friday", ".");
    }

    @Test
    void numbersAndAddressesStayWhole() {
        assertThat(words("It paid $1,250.50 (see www.example.org/a?b=1, or mail press@example.org)."))
                .contains("1,250.50", "www.example.org/a?b=1", "press@example.org");
    }

    @Test
    void sentencesEndAtStopsButNotAfterTitles() {
        assertThat(sentences("Mr. Otieno spoke to Gen. Abe. “We agree.” She left. The U.S. Senate waits."))
                .containsExactly("Mr. Otieno spoke to Gen. Abe.", "“We agree.”", "She left.", "The U.S. Senate waits.");
    }

    @Test
    void headingsAndParagraphsAreSentencesAndWrappedLinesAreNot() {
        assertThat(sentences("FIRST STEPS\n\nThe lake rose\nby two metres.\nAll is well."))
                .containsExactly("FIRST STEPS", "The lake rose\nby two metres.", "All is well.");
    }

    @Test
    void noSentenceIsLongerThanTheLimit() {
        Tokens tokens = new Tokenizer().tokenize("word ".repeat(5000));
        for (int s = 0; s < tokens.sentences(); s++) {
            assertThat(tokens.sentenceEnd(s) - tokens.sentenceStart(s)).isLessThanOrEqualTo(SentenceSplitter.LONGEST);
        }
    }

    @Test
    void typographicAndPlainSpellingsLookAlike() {
        assertThat(Hashes.lower("Erdoğan’s")).isEqualTo(Hashes.lower("ERDOGAN'S"));
        assertThat(Hashes.lower("Łódź")).isEqualTo(Hashes.lower("lodz"));
    }
}
