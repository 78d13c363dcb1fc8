package news.dateline.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import news.dateline.enrich.annotate.ArticleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageAnnotatorTest {
    private static final LanguageAnnotator DETECTOR = new LanguageAnnotator();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|The town council agreed on Monday to repair the old bridge before the winter comes.",
                "en|Chancellor Eva Lind met reporters in Vienna on Monday.",
                "en|Sudan denies the claim again.",
                "en|UPDATE 2-Bank chief tells staff the lender faces heavy penalties",
                "de|Der Stadtrat beschloss am Montag, die alte Brücke noch vor dem Winter zu reparieren.",
                "fr|Le conseil municipal a décidé lundi de réparer le vieux pont avant l'arrivée de l'hiver.",
                "es|El ayuntamiento acordó el lunes reparar el viejo puente antes de que llegue el invierno.",
                "ar|قرر مجلس المدينة يوم الاثنين إصلاح الجسر القديم قبل حلول فصل الشتاء",
                "ru|Городской совет в понедельник решил отремонтировать старый мост до наступления зимы.",
                "it|Il consiglio comunale ha deciso lunedì di riparare il vecchio ponte prima dell'inverno.",
                "pt|A câmara municipal decidiu na segunda-feira reparar a velha ponte antes da chegada do inverno.",
                "nl|De gemeenteraad besloot maandag de oude brug nog voor de winter te herstellen.",
                "sv|Kommunfullmäktige beslutade på måndagen att reparera den gamla bron före vintern.",
                "pl|Rada miasta postanowiła w poniedziałek naprawić stary most przed nadejściem zimy.",
                "cs|Městská rada v pondělí rozhodla opravit starý most ještě před příchodem zimy.",
                "ro|Consiliul local a hotărât luni să repare vechiul pod înainte de venirea iernii.",
                "hu|A városi tanács hétfőn úgy döntött, hogy még a tél előtt megjavítja a régi hidat.",
                "fi|Kaupunginvaltuusto päätti maanantaina korjata vanhan sillan ennen talven tuloa.",
                "el|Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα να επισκευάσει την παλιά γέφυρα πριν από τον χειμώνα.",
                "tr|Belediye meclisi pazartesi günü eski köprünün kış gelmeden onarılmasına karar verdi.",
                "uk|Міська рада в понеділок вирішила відремонтувати старий міст до настання зими.",
                "bg|Общинският съвет реши в понеделник да ремонтира стария мост преди настъпването на зимата.",
                "fa|شورای شهر روز دوشنبه تصمیم گرفت پل قدیمی را پیش از فرا رسیدن زمستان تعمیر کند",
                "ur|شہر کی کونسل نے پیر کے روز فیصلہ کیا کہ پرانے پل کی مرمت سردیوں سے پہلے کی جائے گی",
                "hi|नगर परिषद ने सोमवार को सर्दियों से पहले पुराने पुल की मरम्मत करने का फैसला किया।",
                "he|מועצת העיר החליטה ביום שני לתקן את הגשר הישן לפני בוא החורף",
                "ja|市議会は月曜日、冬が来る前に古い橋を修理することを決めました。",
                "ko|시의회는 월요일 겨울이 오기 전에 오래된 다리를 수리하기로 결정했다고 밝혔다.",
                "zh|市议会星期一决定在冬天到来之前修复这座古老的桥梁并且拨出专门的资金。",
                "vi|Hội đồng thành phố hôm thứ Hai đã quyết định sửa chữa cây cầu cũ trước khi mùa đông đến.",
                "id|Dewan kota pada hari Senin memutuskan untuk memperbaiki jembatan tua itu sebelum musim hujan tiba.",
            })
    void theLanguageOfASentenceIsFound(String language, String sentence) {
        assertThat(DETECTOR.annotate(text(sentence))).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mila Kunis is pregnant",
                "Anna Wintour - Anna Wintour praises Kim Kardashian",
                "Christine Harijaona Razanamahasoa is a Malagasy politician.",
                "Fitch Revises Slovenia Outlook"
            })
    void aHeadlineFullOfNamesIsEnglishByItsFewWords(String headline) {
        assertThat(DETECTOR.annotate(text(headline))).isEqualTo("en");
    }

    @Test
    void shortHeadlinesOfOtherLanguagesAreNotTakenForEnglish() throws IOException {
        List<String> lines = new String(
                        getClass().getResourceAsStream("foreign-headlines.tsv").readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).hasSize(77);
        assertThat(lines.stream()
                        .map(line -> line.substring(line.indexOf('\t') + 1))
                        .filter(headline -> DETECTOR.annotate(text(headline)).equals("en")))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aFewLettersAreNoLanguage() {
        assertThat(DETECTOR.annotate(text("1:0 (0:0)"))).isEqualTo("und");
    }

    private static ArticleText text(String body) {
        return new ArticleText("", "", body, "und", List.of(), null);
    }
}
