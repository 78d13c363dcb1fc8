package news.dateline.ingest.newsml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.dateline.Media;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.ingest.articles.BodyType;
import news.dateline.ingest.articles.ReadItem;
import news.dateline.ingest.wires.WireFiles;
import org.junit.jupiter.api.Test;

class NewsMlReaderTest {
    @Test
    void aNewsItemWithNitfIsReadFieldByField() {
        RawArticle article = WireFiles.only(BodyType.NEWSML, WireFiles.bytes("newsitem-nitf.xml"));
        assertThat(article.getUri()).isEqualTo("urn:newsml:harbourwire.example:20260304:lighthouse");
        assertThat(article.getSource().getId()).isEqualTo("harbourwire.example");
        assertThat(article.getSource().getName()).isEqualTo("Harbour Wire");
        assertThat(article.getStatus()).isEqualTo(PubStatus.usable);
        assertThat(article.getPublisherVersion()).isEqualTo("7");
        assertThat(article.getHeadline()).isEqualTo("Lighthouse relit after a century");
        assertThat(article.getStandfirst()).containsExactly("The lamp burns again.");
        assertThat(article.getByline()).containsExactly("Eva Lind");
        assertThat(article.getCredit()).isEqualTo("Harbour Wire/Coast Radio");
        assertThat(article.getDateline()).isEqualTo("Bergen");
        assertThat(article.getLanguage()).isEqualTo("en");
        assertThat(article.getSection()).isEqualTo("arts, culture, entertainment and media");
        assertThat(article.getPublishedAt()).isEqualTo("2026-03-04T09:15:00+01:00");
        assertThat(article.getUpdatedAt()).isEqualTo("2026-03-04T11:30:00+01:00");
        assertThat(article.getEmbargoed()).isEqualTo(Instant.parse("2026-03-04T17:00:00Z"));
        assertThat(article.getCopyrightNotice()).isEqualTo("Copyright 2026 Harbour Wire AS");
        assertThat(article.getUsageTerms()).isEqualTo("Editorial use only.");
        assertThat(article.getBody())
                .isEqualTo("The lamp of the old lighthouse burns again.\n\nThe lens\n\n"
                        + "Volunteers repaired it in nine years.");
        assertThat(article.getSubheads()).containsExactly("The lens");
        assertThat(article.getMedia())
                .containsExactly(
                        new Media("https://pictures.example/large.jpg", null, null),
                        new Media("https://pictures.example/nitf.jpg", "The lens.", "Ines Roth"));
    }

    @Test
    void aNewsMessageGivesItsNewsItemsAndSaysWhatItLeavesOut() {
        List<ReadItem> items = WireFiles.read(BodyType.NEWSML, WireFiles.bytes("newsmessage.xml"));
        assertThat(items).hasSize(6);
        assertThat(refusal(items, 0)).contains("packageItem");
        assertThat(WireFiles.article(items, 1).getBody())
                .isEqualTo("La lampe brûle de nouveau.\n\nNeuf ans de travaux.");
        assertThat(WireFiles.article(items, 1).getLanguage()).isEqualTo("fr");
        assertThat(refusal(items, 2)).contains("knowledgeItem");
        assertThat(WireFiles.article(items, 3).getStatus()).isEqualTo(PubStatus.canceled);
        assertThat(WireFiles.article(items, 3).getReason()).isEqualTo("Wrong port.");
        assertThat(WireFiles.article(items, 3).getHeadline()).isNull();
        assertThat(WireFiles.article(items, 4).getStatus()).isEqualTo(PubStatus.withheld);
        assertThat(WireFiles.article(items, 4).getReason()).isEqualTo("Hold until the vote.");
        assertThat(WireFiles.article(items, 4).getBody()).isEqualTo("One line.\n\nAnother line.");
        assertThat(refusal(items, 5)).contains("picture");
        assertThat(items).extracting(ReadItem::index).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void xmlOfNoSaidKindIsKnownByItsRoot() {
        assertThat(WireFiles.read(BodyType.XML, WireFiles.bytes("newsmessage.xml")))
                .hasSize(6);
        assertThat(WireFiles.only(BodyType.XML, WireFiles.bytes("nitf.xml")).getUri())
                .isEqualTo("HW-4711");
    }

    @Test
    void whatCannotBeReadIsAnItemsMatter() {
        String item =
                "<newsItem %s><itemMeta>%s</itemMeta><contentMeta><headline>A</headline></contentMeta></newsItem>";
        assertThat(refusal(read(item.formatted("", "")), 0)).contains("guid");
        assertThat(refusal(read(item.formatted("guid='urn:a'", "<pubStatus qcode='stat:odd'/>")), 0))
                .contains("canceled");
        assertThat(refusal(read(item.formatted("guid='urn:a'", "<embargoed>soon</embargoed>")), 0))
                .contains("embargo");
        assertThat(refusal(read("<conceptItem guid='urn:c'/>"), 0)).contains("conceptItem");
        assertThat(refusal(read("<rss/>"), 0)).contains("rss");
    }

    private static List<ReadItem> read(String xml) {
        return WireFiles.read(BodyType.NEWSML, xml.getBytes(UTF_8));
    }

    private static String refusal(List<ReadItem> items, int at) {
        return ((ReadItem.Refused) items.get(at)).detail();
    }
}
