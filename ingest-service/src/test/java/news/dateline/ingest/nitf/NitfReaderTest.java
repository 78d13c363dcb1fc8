package news.dateline.ingest.nitf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import news.dateline.PubStatus;
import news.dateline.RawArticle;
import news.dateline.ingest.articles.BodyType;
import news.dateline.ingest.wires.WireFiles;
import org.junit.jupiter.api.Test;

class NitfReaderTest {
    @Test
    void aDocumentWithADoctypeIsReadFieldByField() {
        RawArticle article = WireFiles.only(BodyType.NITF, WireFiles.bytes("nitf.xml"));
        assertThat(article.getUri()).isEqualTo("HW-4711");
        assertThat(article.getSource().getName()).isEqualTo("Harbour Wire");
        assertThat(article.getStatus()).isEqualTo(PubStatus.usable);
        assertThat(article.getPublisherVersion()).isEqualTo("2");
        assertThat(article.getHeadline()).isEqualTo("Lighthouse relit after a century");
        assertThat(article.getStandfirst())
                .containsExactly("Volunteers end nine years of work", "The lamp burns again.");
        assertThat(article.getByline()).containsExactly("Eva Lind", "Tom Okafor");
        assertThat(article.getCredit()).isEqualTo("Harbour Wire");
        assertThat(article.getDateline()).isEqualTo("Bergen, Norway");
        assertThat(article.getLanguage()).isEqualTo("en-GB");
        assertThat(article.getSection()).isEqualTo("Coast");
        assertThat(article.getPublishedAt()).isEqualTo("2026-03-04T09:15:00+01:00");
        assertThat(article.getUpdatedAt()).isEqualTo("2026-03-04T11:30:00+01:00");
        assertThat(article.getEmbargoed()).isEqualTo(Instant.parse("2026-03-04T17:00:00Z"));
        assertThat(article.getCopyrightNotice()).isEqualTo("© 2026 Harbour Wire");
        assertThat(article.getUsageTerms()).isEqualTo("For subscribers of Harbour Wire.");
        assertThat(article.getBody()).isEqualTo("The café below the tower was full.\n\nHeight | 31 m");
    }

    @Test
    void aKillNamesTheDocumentThatItKills() {
        RawArticle article = read("<docdata><doc-id id-string='A-1' regsrc='HW'/></docdata>");
        RawArticle kill = read("<docdata management-status='canceled' management-doc-idref='A-1'>"
                + "<doc-id id-string='A-9' regsrc='HW'/><ed-msg info='Wrong port.'/></docdata>");
        assertThat(kill.getStatus()).isEqualTo(PubStatus.canceled);
        assertThat(kill.getReason()).isEqualTo("Wrong port.");
        assertThat(kill.getId()).isEqualTo(article.getId());
    }

    @Test
    void anEmbargoWithoutATimeWithholds() {
        RawArticle held = read("<docdata management-status='embargoed'><doc-id id-string='A-1'/></docdata>");
        assertThat(held.getStatus()).isEqualTo(PubStatus.withheld);
        RawArticle timed = read("<docdata management-status='embargoed'><doc-id id-string='A-1'/>"
                + "<date.release norm='20260304T180000Z'/></docdata>");
        assertThat(timed.getStatus()).isNull();
        assertThat(timed.getEmbargoed()).isEqualTo(Instant.parse("2026-03-04T18:00:00Z"));
    }

    private static RawArticle read(String docdata) {
        String document = "<nitf><head>" + docdata + "</head><body><body.head><hedline><hl1>Pier opens</hl1></hedline>"
                + "<byline>By Eva Lind, <byttl>Staff Reporter</byttl></byline></body.head>"
                + "<body.content><p>The pier is open.</p></body.content></body></nitf>";
        return WireFiles.only(BodyType.NITF, document.getBytes(UTF_8));
    }
}
