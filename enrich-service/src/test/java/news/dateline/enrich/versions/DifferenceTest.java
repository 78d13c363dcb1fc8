package news.dateline.enrich.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.dateline.Changes;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.Source;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void paragraphsThatCameAndWentAreTold() {
        Changes changes = Difference.between(article("Same\n\nOld\n\nEnd"), article("New\n\nSame\n\nEnd\n\nEnd"));
        assertThat(changes.getParagraphsAdded()).containsExactly("New", "End");
        assertThat(changes.getParagraphsRemoved()).containsExactly("Old");
        assertThat(changes.getHeadlineBefore()).isNull();
        assertThat(changes.getOtherFields()).isEmpty();
    }

    @Test
    void anotherOrderOfParagraphsIsAChangeOfTheBody() {
        Changes changes = Difference.between(article("One\n\nTwo"), article("Two\n\nOne"));
        assertThat(changes.getOtherFields()).containsExactly("body");
    }

    @Test
    void otherFieldsAreNamedInOrderAndStatusUsableIsTheSameAsNone() {
        RawArticle after = article("Text");
        after.setStatus(PubStatus.usable);
        after.setSection("City");
        after.setByline(List.of("Kari Holm"));
        after.setUpdatedAt("2026-03-02");
        assertThat(Difference.between(article("Text"), after).getOtherFields()).containsExactly("byline", "section");
        after.setStatus(PubStatus.withheld);
        assertThat(Difference.between(article("Text"), after).getOtherFields()).contains("status");
    }

    @Test
    void theFormerVersionIsKeptSmallAndComesBackWhole() {
        RawArticle article = article("The council met again on Monday to speak about the bridge.\n\n".repeat(40));
        assertThat(FormerVersion.read(FormerVersion.write(article))).isEqualTo(article);
        assertThat(FormerVersion.write(article).remaining())
                .isLessThan(article.getBody().length() / 4);
    }

    private static RawArticle article(String body) {
        return RawArticle.newBuilder()
                .setId("a")
                .setSource(new Source("s", "S"))
                .setHeadline("Headline")
                .setBody(body)
                .setReceivedAt(Instant.parse("2026-03-01T12:00:00Z"))
                .build();
    }
}
