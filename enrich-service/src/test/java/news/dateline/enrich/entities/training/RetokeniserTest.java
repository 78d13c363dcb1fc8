package news.dateline.enrich.entities.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.dateline.enrich.entities.NameType;
import org.junit.jupiter.api.Test;

class RetokeniserTest {

    @Test
    void runningTextIsSpacedAsATypesetterWould() {
        Retokeniser.Running running =
                Retokeniser.write(List.of("\"", "Yes", ",", "\"", "said", "Kim", "'s", "aunt", "(", "71", ")", "."));
        assertThat(running.text()).isEqualTo("\"Yes,\" said Kim's aunt (71).");
    }

    @Test
    void namesKeepTheirPlaceWhenWordsAreCutAnew() {
        Sentence sentence = Sentence.ofTags(
                List.of("Abdel", "-", "Karim", "left", "Oslo-based", "Nord"),
                List.of("B-PER", "I-PER", "I-PER", "O", "O", "B-ORG"));
        Sentence cut = Retokeniser.apply(sentence);
        assertThat(cut.words()).containsExactly("Abdel-Karim", "left", "Oslo", "-", "based", "Nord");
        assertThat(cut.names())
                .containsExactly(
                        new Sentence.Gold(0, 1, NameType.PERSON), new Sentence.Gold(5, 6, NameType.ORGANIZATION));
    }

    @Test
    void cleaningTrimsTitlesDirectionsAndCommas() {
        Sentence sentence = Sentence.ofTags(
                List.of("Mr.", "Abe", "of", "southern", "Leeds", ",", "Yorkshire"),
                List.of("B-PER", "I-PER", "O", "B-LOC", "I-LOC", "I-LOC", "I-LOC"));
        assertThat(Cleaning.apply(List.of(sentence)).get(0).names())
                .containsExactly(
                        new Sentence.Gold(1, 2, NameType.PERSON),
                        new Sentence.Gold(4, 5, NameType.LOCATION),
                        new Sentence.Gold(6, 7, NameType.LOCATION));
    }
}
