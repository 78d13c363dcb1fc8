package news.dateline.enrich.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void caseAndPossessiveAreFolded() {
        assertThat(Words.of("Minister's").hash(0))
                .isEqualTo(Words.of("minister").hash(0));
        assertThat(Words.of("minister\u2019s").hash(0))
                .isEqualTo(Words.of("minister's").hash(0));
    }

    @Test
    void anAcronymIsNotTheWordThatItLooksLike() {
        assertThat(Words.of("US troops").hash(0))
                .isNotEqualTo(Words.of("us troops").hash(0));
        assertThat(Words.of("US TROOPS").hash(0))
                .isEqualTo(Words.of("us troops").hash(0));
    }

    @Test
    void onePluralHasTheStemOfItsSingular() {
        Words words = Words.of("strike strikes bus crisis glass");
        assertThat(words.stem(0)).isEqualTo(words.stem(1));
        assertThat(words.stem(2)).isEqualTo(words.hash(2));
        assertThat(words.stem(3)).isEqualTo(words.hash(3));
        assertThat(words.stem(4)).isEqualTo(words.hash(4));
    }

    @Test
    void figuresAreOfAKind() {
        Words words = Words.of("1999 2004 7 $5 5% 1,234,567");
        assertThat(words.size()).isEqualTo(6);
        assertThat(words.hash(0)).isEqualTo(words.hash(1));
        assertThat(words.hash(2)).isNotEqualTo(words.hash(3)).isNotEqualTo(words.hash(4));
    }

    @Test
    void aTextWithoutWordsHasNone() {
        assertThat(Words.of("\ud800 \u2014 \n\t ,;").size()).isZero();
    }
}
