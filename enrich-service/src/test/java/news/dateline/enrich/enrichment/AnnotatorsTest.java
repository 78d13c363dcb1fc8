package news.dateline.enrich.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import news.dateline.EnrichedArticle;
import news.dateline.RawArticle;
import news.dateline.Source;
import org.junit.jupiter.api.Test;

class AnnotatorsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Enrichment ENRICHMENT = new Enrichment(Annotators.load());

    @Test
    void aTextInALanguageThatAnAnnotatorDoesNotKnowGetsNoTagsAndSaysSo() {
        EnrichedArticle article = ENRICHMENT.enrich(
                article("شہر کی کونسل نے پیر کے روز فیصلہ کیا کہ پرانے پل کی مرمت سردیوں سے پہلے کی جائے گی", null),
                1,
                NOON);
        assertThat(article.getDetectedLanguage()).isEqualTo("ur");
        assertThat(article.getLanguage()).isEqualTo("ur");
        assertThat(article.getEntities()).isEmpty();
        assertThat(article.getTopics()).isEmpty();
        assertThat(article.getModels())
                .containsEntry("entities", "none: language ur")
                .containsEntry("topics", "none: language ur");
    }

    @Test
    void theDeclaredLanguageStandsBesideTheDetectedOne() {
        EnrichedArticle article = ENRICHMENT.enrich(
                article(
                        "Der Stadtrat beschloss am Montag, die alte Brücke noch vor dem Winter zu reparieren.",
                        "en-GB"),
                1,
                NOON);
        assertThat(article.getLanguage()).isEqualTo("en-GB");
        assertThat(article.getDetectedLanguage()).isEqualTo("de");
        assertThat(article.getModels()).containsEntry("topics", "none: language de");
    }

    @Test
    void whereNothingCanBeDetectedTheDeclaredLanguageIsUsed() {
        EnrichedArticle article = ENRICHMENT.enrich(article("1:0 (0:0)", "de"), 1, NOON);
        assertThat(article.getDetectedLanguage()).isNull();
        assertThat(article.getModels()).containsEntry("topics", "none: language de");
    }

    private static RawArticle article(String text, String language) {
        return RawArticle.newBuilder()
                .setId("a")
                .setSource(new Source("s", "S"))
                .setHeadline(text)
                .setLanguage(language)
                .setReceivedAt(NOON)
                .build();
    }
}
