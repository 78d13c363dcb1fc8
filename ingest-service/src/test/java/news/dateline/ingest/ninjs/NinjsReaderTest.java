package news.dateline.ingest.ninjs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import news.dateline.Media;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.ingest.articles.BodyType;
import news.dateline.ingest.articles.ReadItem;
import news.dateline.ingest.wires.WireFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NinjsReaderTest {
    @Test
    void versionOneIsReadFieldByField() {
        RawArticle article = WireFiles.only(BodyType.JSON, WireFiles.bytes("ninjs-1.json"));
        assertThat(article.getUri()).isEqualTo("tag:harbourwire.example,2026:story-4711");
        assertThat(article.getStatus()).isEqualTo(PubStatus.usable);
        assertThat(article.getSource().getId()).isEqualTo("harbourwire.example");
        assertThat(article.getSource().getName()).isEqualTo("Harbour Wire");
        assertThat(article.getHeadline()).isEqualTo("Lighthouse relit after a century");
        assertThat(article.getStandfirst()).containsExactly("The lamp burns again.");
        assertThat(article.getByline()).containsExactly("Eva Lind", "Tom Okafor");
        assertThat(article.getCredit()).isEqualTo("Harbour Wire");
        assertThat(article.getDateline()).isEqualTo("Bergen");
        assertThat(article.getPublishedAt()).isEqualTo("2026-03-04T09:15:00+01:00");
        assertThat(article.getUpdatedAt()).isEqualTo("2026-03-04T11:30:00+01:00");
        assertThat(article.getEmbargoed()).isEqualTo(Instant.parse("2026-03-04T17:00:00Z"));
        assertThat(article.getPublisherVersion()).isEqualTo("2");
        assertThat(article.getUsageTerms()).isEqualTo("Not for use in Norway");
        assertThat(article.getCopyrightNotice()).isEqualTo("© 2026 Harbour Wire");
        assertThat(article.getLanguage()).isEqualTo("en-GB");
        assertThat(article.getSection()).isEqualTo("arts, culture and entertainment");
        assertThat(article.getBody())
                .isEqualTo("The lamp of the old lighthouse burns again.\n\n"
                        + "Volunteers repaired the lens <in nine years>.");
        assertThat(article.getMedia())
                .containsExactly(new Media("https://pictures.example/l.jpg", "The lighthouse at dusk.", "Ines Roth"));
        assertThat(article.getReceivedAt()).isEqualTo(WireFiles.RECEIVED);
    }

    @Test
    void versionTwoHasItsHtmlExtractedAndItsPicturesAlone() {
        RawArticle article = WireFiles.only(BodyType.JSON, WireFiles.bytes("ninjs-2.json"));
        assertThat(article.getStatus()).isEqualTo(PubStatus.withheld);
        assertThat(article.getReason()).isEqualTo("Waiting for the port authority");
        assertThat(article.getHeadline()).isEqualTo("Hafen bleibt geschlossen");
        assertThat(article.getStandfirst()).containsExactly("Sturm über der Nordsee");
        assertThat(article.getByline()).containsExactly("Anna Weiß");
        assertThat(article.getPublisherVersion()).isEqualTo("3");
        assertThat(article.getPublishedAt()).isEqualTo("2026-03-04T08:00:00Z");
        assertThat(article.getBody()).isEqualTo("Der Hafen bleibt bis Montag zu.\n\nFähren\n\nLinie 1\n\nLinie 2");
        assertThat(article.getSubheads()).containsExactly("Fähren");
        assertThat(article.getMedia()).containsExactly(new Media("urn:pic:1", "Wellen an der Mole", "Jo Blum"));
    }

    @Test
    void versionThreeKillsWithoutAnyText() {
        RawArticle kill = WireFiles.only(BodyType.JSON, WireFiles.bytes("ninjs-3.json"));
        assertThat(kill.getStatus()).isEqualTo(PubStatus.canceled);
        assertThat(kill.getReason()).isEqualTo("Mixed up two ports");
        assertThat(kill.getUpdatedAt()).isEqualTo("2026-03-04T12:00:00Z");
        assertThat(kill.getHeadline()).isNull();
        assertThat(kill.getBody()).isNull();
        assertThat(kill.getCopyrightNotice()).isNull();
    }

    @Test
    void aKillMeetsItsArticle() {
        String item = "{\"uri\":\"tag:a.example,2026:1\",\"pubstatus\":\"%s\",\"headline\":\"A\",\"body_text\":\"b\"}";
        RawArticle article =
                WireFiles.only(BodyType.JSON, item.formatted("usable").getBytes(UTF_8));
        RawArticle kill =
                WireFiles.only(BodyType.JSON, item.formatted("canceled").getBytes(UTF_8));
        assertThat(kill.getId()).isEqualTo(article.getId());
    }

    @Test
    void anArrayMixesNinjsWithArticlesAndBadItems() {
        List<ReadItem> items = WireFiles.read(BodyType.JSON, """
                [{"uri":"urn:a","type":"text","headline":"One","body_text":"x"},
                 {"source":"The Post","headline":"Two","body":"y"},
                 {"uri":"urn:b","type":"picture","headline":"No text"},
                 {"uri":"urn:c","type":"text","headline":"Three","pubstatus":"maybe"},
                 {"uri":"urn:d","type":"text","headline":"Four","embargoed":"soon"}]
                """.getBytes(UTF_8));
        assertThat(WireFiles.article(items, 0).getBody()).isEqualTo("x");
        assertThat(WireFiles.article(items, 1).getBody()).isEqualTo("y");
        assertThat(detail(items, 2)).contains("picture");
        assertThat(detail(items, 3)).contains("usable, withheld or canceled");
        assertThat(detail(items, 4)).contains("embargo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Eva Lind | Eva Lind",
                "Eva Lind and Frances d'Emilio | Eva Lind+Frances d'Emilio",
                "Von Anna Weiß und Jo Blum | Anna Weiß+Jo Blum",
                "Eva Lind, Staff Writer | Eva Lind",
                "Sports Network | Sports Network"
            })
    void noAuthorIsLost(String byline, String names) {
        String item = "{\"uri\":\"urn:a\",\"type\":\"text\",\"headline\":\"One\",\"byline\":\"" + byline + "\"}";
        assertThat(WireFiles.only(BodyType.JSON, item.getBytes(UTF_8)).getByline())
                .containsExactly(names.split("\\+", -1));
    }

    @Test
    void linesThatWereWrappedAreJoinedAndOthersAreParagraphs() {
        assertThat(body("One paragraph.\\nAnother paragraph.\\nAnd a third one."))
                .isEqualTo("One paragraph.\n\nAnother paragraph.\n\nAnd a third one.");
        assertThat(body("The lamp of the old\\nlighthouse burns again\\nand ships greet it\\nwith their horns."))
                .isEqualTo("The lamp of the old lighthouse burns again and ships greet it with their horns.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"headline\":\"a\",\"body\":\"b\",\"uri\":\"urn:x\"}",
                "{\"headline\":\"a\",\"source\":\"The Post\",\"usageTerms\":\"none\",\"copyrightNotice\":\"c\"}",
                "{\"headline\":\"a\"}",
                "[]",
                "\"a\""
            })
    void anArticleAsDatelineWritesItIsNoNinjs(String json) throws Exception {
        assertThat(NinjsReader.recognises(new ObjectMapper().readTree(json))).isFalse();
    }

    private static String body(String text) {
        return WireFiles.only(
                        BodyType.JSON,
                        ("{\"uri\":\"urn:a\",\"type\":\"text\",\"headline\":\"One\",\"body_text\":\"" + text + "\"}")
                                .getBytes(UTF_8))
                .getBody();
    }

    private static String detail(List<ReadItem> items, int at) {
        return ((ReadItem.Refused) items.get(at)).detail();
    }
}
