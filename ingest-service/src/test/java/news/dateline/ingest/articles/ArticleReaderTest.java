package news.dateline.ingest.articles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

    private final ArticleReader reader = new ArticleReader();

    @Test
    void anArrayIsReadItemByItem() {
        List<ReadItem> items =
                read(BodyType.JSON, "[{\"headline\":\"One\"},{\"headline\":7},{\"headline\":\"Three\"}]");
        assertThat(items.get(0)).isInstanceOf(ReadItem.Article.class);
        assertThat(items.get(1)).isEqualTo(new ReadItem.Refused(1, "headline must be a string, but is a number"));
        assertThat(((ReadItem.Article) items.get(2)).index()).isEqualTo(2);
    }

    @Test
    void aBadLineOfNdjsonIsOneRefusedItem() {
        List<ReadItem> items = read(BodyType.NDJSON, "{\"headline\":\"One\"}\n{oops\n\n{\"headline\":\"Three\"}\r\n");
        assertThat(items).hasSize(3);
        assertThat(items.get(1)).isInstanceOf(ReadItem.Refused.class);
        assertThat(((ReadItem.Refused) items.get(1)).detail()).startsWith("the line is not valid JSON");
        assertThat(items.get(2)).isInstanceOf(ReadItem.Article.class);
    }

    @Test
    void markupInJsonIsText() {
        ReadItem.Article item = (ReadItem.Article)
                read(BodyType.JSON, "{\"headline\":\"a <b>bold</b> word\"}").get(0);
        assertThat(item.article().getHeadline()).isEqualTo("a <b>bold</b> word");
    }

    @Test
    void aPageWithoutAnArticleIsARefusedItem() {
        assertThat(read(BodyType.TEXT, "Home\nSport\nLog in\n"))
                .containsExactly(new ReadItem.Refused(0, "no article was found on the page"));
    }

    @Test
    void aNamedCharsetIsUsed() {
        String page = "Café opens in Orléans\n\nORLÉANS: The first café on the river opened its doors on Monday, "
                + "and about two hundred people came to see it.";
        List<ReadItem> items = reader.read(BodyType.TEXT, page.getBytes(ISO_8859_1), origin(ISO_8859_1));
        assertThat(((ReadItem.Article) items.get(0)).article().getHeadline()).isEqualTo("Café opens in Orléans");
    }

    @Test
    void whatIsNoTextIsMalformed() {
        malformed(BodyType.JSON, new byte[0], "empty");
        malformed(BodyType.JSON, "{\"headline\"".getBytes(UTF_8), "not valid JSON");
        malformed(BodyType.JSON, "{} {}".getBytes(UTF_8), "not valid JSON");
        malformed(BodyType.JSON, "[".repeat(100_000).getBytes(UTF_8), "not valid JSON");
        malformed(BodyType.JSON, new byte[] {'"', (byte) 0xFF, '"'}, "not valid UTF-8");
        malformed(BodyType.TEXT, new byte[] {'a', 0, 'b'}, "null bytes");
    }

    private void malformed(BodyType type, byte[] body, String word) {
        assertThatThrownBy(() -> reader.read(type, body, origin(null)))
                .isInstanceOf(MalformedBodyException.class)
                .hasMessageContaining(word);
    }

    private List<ReadItem> read(BodyType type, String body) {
        return reader.read(type, body.getBytes(UTF_8), origin(null));
    }

    private static ArticleReader.Origin origin(Charset charset) {
        return new ArticleReader.Origin(charset, null, null, NOW);
    }
}
