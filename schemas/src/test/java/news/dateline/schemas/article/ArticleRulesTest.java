package news.dateline.schemas.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.schemas.SampleRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleRulesTest {
    @Test
    void aFullArticleIsAccepted() {
        assertThatCode(() -> ArticleRules.check(SampleRecords.raw())).doesNotThrowAnyException();
    }

    @Test
    void aKillNeedsItsIdAlone() {
        RawArticle kill = RawArticle.newBuilder()
                .setId("x")
                .setStatus(PubStatus.canceled)
                .setReceivedAt(Instant.EPOCH)
                .build();
        assertThatCode(() -> ArticleRules.check(kill)).doesNotThrowAnyException();
    }

    @Test
    void theMessageNamesTheField() {
        refused(article -> article.setHeadline(" "), "headline");
        refused(article -> article.setHeadline(null), "headline");
        refused(article -> article.setSource(null), "source");
        refused(article -> article.setUrl("ftp://harbour.example/x"), "url");
        refused(article -> article.setUrl("/bridge"), "url");
        refused(article -> article.setPublishedAt("yesterday"), "publishedAt");
        refused(article -> article.setUpdatedAt("2026-02-30"), "updatedAt");
        refused(article -> article.setLanguage("en_US!"), "language");
        refused(article -> article.setId("a b"), "id");
        refused(article -> article.setBody("null \0 byte"), "body");
        refused(article -> article.setStandfirst(List.of("fine", "lone \ud83d surrogate")), "standfirst");
        refused(article -> article.setBody("x".repeat(ArticleRules.MAX_TEXT)), "longer");
    }

    @Test
    void emojiAreText() {
        RawArticle article = RawArticle.newBuilder(SampleRecords.raw())
                .setBody("Fireworks 🎆 over the fjord")
                .build();
        assertThatCode(() -> ArticleRules.check(article)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-09, 2025-09-09T00:00:00Z",
        "2025-09-09T08:30:00+05:00, 2025-09-09T03:30:00Z",
        "2025-09-09T08:30:00.5Z, 2025-09-09T08:30:00.500Z",
    })
    void publicationTimesAreInstants(String time, Instant instant) {
        assertThat(PublicationTime.instant(time)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025-09-09T08:30:00", "09/09/2025", "+12025-09-09T08:30:00Z", "0000-01-01"})
    void whatIsNoPublicationTimeIsRefused(String time) {
        assertThatThrownBy(() -> PublicationTime.instant(time)).isInstanceOf(InvalidArticleException.class);
    }

    private static void refused(Consumer<RawArticle> change, String word) {
        RawArticle article = RawArticle.newBuilder(SampleRecords.raw()).build();
        change.accept(article);
        assertThatThrownBy(() -> ArticleRules.check(article))
                .isInstanceOf(InvalidArticleException.class)
                .hasMessageContaining(word);
    }
}
