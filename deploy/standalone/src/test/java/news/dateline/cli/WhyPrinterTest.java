package news.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import news.dateline.EntityType;
import news.dateline.RawArticle;
import news.dateline.Source;
import news.dateline.TagOrigin;
import news.dateline.enrich.enrichment.Annotators;
import news.dateline.enrich.enrichment.Enrichment;
import news.dateline.schemas.json.ArticleJson;
import org.junit.jupiter.api.Test;

class WhyPrinterTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:15:30Z");

    @Test
    void everyTagSaysWhoMadeItAndWhatDecided() {
        var article = new Enrichment(Annotators.load())
                .enrich(
                        RawArticle.newBuilder()
                                .setId("a")
                                .setSource(new Source("harbour-post", "The Harbour Post"))
                                .setHeadline("Minister opens bridge in Oslo")
                                .setBody(
                                        "OSLO: Prime Minister Kari Holm opened the new harbour bridge in Oslo on Sunday, "
                                                + "the government of Norway said. The European Investment Bank lent the money.")
                                .setReceivedAt(AT)
                                .build(),
                        1,
                        AT);
        article.getEntities().stream()
                .filter(entity -> entity.getName().equals("Norway"))
                .forEach(entity -> entity.setOrigin(TagOrigin.editor));
        assertThat(article.getEntities()).extracting(entity -> entity.getType()).contains(EntityType.PERSON);

        List<String> said = said(ArticleJson.write(article));

        assertThat(said).anyMatch(line -> line.startsWith("PERSON  Kari Holm  "));
        assertThat(said).anyMatch(line -> line.matches("    words +.*(Kari|Holm|Minister).* [0-9]+%.*"));
        assertThat(said).anyMatch(line -> line.matches("    on lists +.*(city|well known place).*"));
        assertThat(said).anyMatch(line -> line.matches("    made by +crf-en@\\S+"));
        assertThat(said).anyMatch(line -> line.contains("an editor, in place of crf-en@"));
        assertThat(said).anyMatch(line -> line.matches("    where +body: …OSLO: Prime Minister Kari Holm opened.*"));
        assertThat(said).anyMatch(line -> line.matches("    link +Q20: name: Norway, a country"));
        assertThat(said).anyMatch(line -> line.matches("    language +\\S+@\\S+"));
    }

    private static List<String> said(ObjectNode article) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new WhyPrinter(new PrintStream(bytes, true, UTF_8)).print(article);
        return bytes.toString(UTF_8).lines().toList();
    }
}
