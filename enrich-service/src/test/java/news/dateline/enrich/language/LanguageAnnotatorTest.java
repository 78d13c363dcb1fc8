package news.dateline.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.dateline.enrich.annotate.ArticleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageAnnotatorTest {
    private static final LanguageAnnotator DETECTOR = new LanguageAnnotator();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|The town council agreed on Monday to repair the old bridge before the winter comes.",
                "en|Chancellor Eva Lind met reporters in Vienna on Monday.",
                "en|Sudan denies the claim again.",
                "de|Der Stadtrat beschloss am Montag, die alte Brücke noch vor dem Winter zu reparieren.",
                "fr|Le conseil municipal a décidé lundi de réparer le vieux pont avant l'arrivée de l'hiver.",
                "es|El ayuntamiento acordó el lunes reparar el viejo puente antes de que llegue el invierno.",
                "ar|قرر مجلس المدينة يوم الاثنين إصلاح الجسر القديم قبل حلول فصل الشتاء",
                "ru|Городской совет в понедельник решил отремонтировать старый мост до наступления зимы.",
            })
    void theLanguageOfASentenceIsFound(String language, String sentence) {
        assertThat(DETECTOR.annotate(text(sentence))).isEqualTo(language);
    }

    @Test
    void aFewLettersAreNoLanguage() {
        assertThat(DETECTOR.annotate(text("1:0 (0:0)"))).isEqualTo("und");
    }

    private static ArticleText text(String body) {
        return new ArticleText("", "", body, "und", List.of(), null);
    }
}
