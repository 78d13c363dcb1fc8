package news.dateline.schemas.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import news.dateline.RawArticle;
import news.dateline.Source;
import news.dateline.schemas.SampleRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleIdTest {
    @Test
    void sameSourceAndUriGiveTheSameIdWhateverTheText() {
        RawArticle corrected = article();
        corrected.setHeadline("Harbour bridge closes again");
        corrected.setUrl(null);
        assertThat(ArticleId.of(corrected)).isEqualTo(ArticleId.of(article()));
    }

    @Test
    void anIdNeverChangesWithTheProgram() {
        assertThat(ArticleId.of(article())).isEqualTo("db9f6d78-a26c-840f-8dd3-635b9ed4faa3");
    }

    @Test
    void sameUriOfAnotherSourceIsAnotherArticle() {
        RawArticle other = article();
        other.setSource(new Source("island-post", "The Island Post"));
        assertThat(ArticleId.of(other)).isNotEqualTo(ArticleId.of(article()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://harbour.example/bridge",
                "https://www.harbour.example/bridge/",
                "https://HARBOUR.example:443/bridge?utm_source=x&fbclid=1#top",
            })
    void withoutUriTheManySpellingsOfAnAddressAreOneArticle(String url) {
        RawArticle one = article();
        one.setUri(null);
        RawArticle other = article();
        other.setUri(null);
        other.setUrl(url);
        assertThat(ArticleId.of(other)).isEqualTo(ArticleId.of(one));
    }

    @Test
    void queriesThatNameAPageAreKept() {
        assertThat(CanonicalUrl.of("https://a.example/?id=1")).isNotEqualTo(CanonicalUrl.of("https://a.example/?id=2"));
        assertThat(CanonicalUrl.of("https://a.example/?b=2&a=1"))
                .isEqualTo(CanonicalUrl.of("https://a.example?a=1&b=2"));
    }

    @Test
    void withNeitherUriNorUrlTheTextIsTheIdentity() {
        RawArticle one = article();
        one.setUri(null);
        one.setUrl(null);
        RawArticle other =
                RawArticle.newBuilder(one).setBody(one.getBody() + " More.").build();
        assertThat(ArticleId.of(one)).isNotEqualTo(ArticleId.of(other));
    }

    @Test
    void idsAreNameBasedUuidsOfVersionEight() {
        UUID id = UUID.fromString(ArticleId.of(article()));
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(ArticleId.isOurs(id.toString())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "a\u0000", "a\nb"})
    void whatIsNoIdIsSaid(String id) {
        assertThat(ArticleId.isWellFormed(id)).isFalse();
    }

    @Test
    void anArticleWithNothingToBeKnownByIsRefused() {
        RawArticle nameless = article();
        nameless.setUri(null);
        nameless.setUrl(null);
        nameless.setHeadline(null);
        assertThatThrownBy(() -> ArticleId.of(nameless)).isInstanceOf(InvalidArticleException.class);
    }

    private static RawArticle article() {
        return RawArticle.newBuilder(SampleRecords.raw()).build();
    }
}
