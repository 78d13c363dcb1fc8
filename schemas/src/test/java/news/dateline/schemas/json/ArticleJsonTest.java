package news.dateline.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import news.dateline.EnrichedArticle;
import news.dateline.RawArticle;
import news.dateline.schemas.SampleRecords;
import news.dateline.schemas.article.ArticleId;
import news.dateline.schemas.article.InvalidArticleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleJsonTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

    @Test
    void anEnrichedArticleHasTheContractsMembers() {
        EnrichedArticle article = EnrichedArticle.newBuilder(SampleRecords.enriched())
                .clearDetectedLanguage()
                .clearUsageTerms()
                .clearCopyrightNotice()
                .clearEmbargoed()
                .clearAccessibleForFree()
                .clearTdmReservation()
                .clearPublisherVersion()
                .clearRelated()
                .clearChanges()
                .build();
        JsonNode json = ArticleJson.write(article);
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "version",
                        "status",
                        "source",
                        "uri",
                        "url",
                        "headline",
                        "standfirst",
                        "byline",
                        "credit",
                        "dateline",
                        "publishedAt",
                        "updatedAt",
                        "language",
                        "section",
                        "body",
                        "subheads",
                        "media",
                        "entities",
                        "topics",
                        "story",
                        "duplicateOf",
                        "receivedAt",
                        "enrichedAt",
                        "models");
        assertThat(json.at("/entities/0/type").asText()).isEqualTo("LOCATION");
        assertThat(json.at("/entities/0/coordinates/lat").asDouble()).isEqualTo(59.9);
        assertThat(json.at("/receivedAt").asText()).isEqualTo("2026-03-01T10:15:30.123Z");
        assertThat(json.at("/duplicateOf").isNull()).isTrue();
    }

    @Test
    void aKillsReasonIsShown() {
        EnrichedArticle killed = EnrichedArticle.newBuilder(SampleRecords.enriched())
                .setReason("wrong")
                .build();
        assertThat(ArticleJson.write(killed).path("reason").asText()).isEqualTo("wrong");
    }

    @Test
    void whatTheApiShowsCanBePushedBackAndMeetsItsArticle() {
        EnrichedArticle shown = SampleRecords.enriched();
        RawArticle read = ArticleJson.read(ArticleJson.write(shown), null, NOW);
        assertThat(read.getId()).isEqualTo(ArticleId.of(SampleRecords.raw()));
        assertThat(read.getBody()).isEqualTo(shown.getBody());
        assertThat(read.getMedia()).isEqualTo(shown.getMedia());
        assertThat(read.getReceivedAt()).isEqualTo(NOW);
    }

    @Test
    void anIdOfOursIsKeptWhereThereIsNoUri() {
        String id = ArticleId.of(SampleRecords.raw());
        assertThat(read("{'id':'" + id + "','headline':'New words'}").getId()).isEqualTo(id);
    }

    @Test
    void aForeignIdIsTheUri() {
        assertThat(read("{'id':'4711','headline':'H'}").getUri()).isEqualTo("4711");
        assertThat(read("{'id':'4711','headline':'H'}").getId())
                .isEqualTo(read("{'uri':'4711','headline':'Other'}").getId());
    }

    @Test
    void theSourceIsTheHostWhereNobodyNamesOne() {
        assertThat(read("{'headline':'H','url':'https://www.harbour.example/x'}")
                        .getSource()
                        .getId())
                .isEqualTo("harbour.example");
        assertThat(read("{'headline':'H'}").getSource().getId()).isEqualTo("unknown");
        assertThat(read("{'headline':'H','source':{'name':'The Harbour Post'}}")
                        .getSource()
                        .getId())
                .isEqualTo("the-harbour-post");
    }

    @Test
    void aSingleStringIsAListOfOne() {
        assertThat(read("{'headline':'H','byline':'Kari Holm'}").getByline()).containsExactly("Kari Holm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'headline':7}|headline must be a string, but is a number",
                "{'headline':'H','body':['x']}|body must be a string, but is an array",
                "{'headline':'H','standfirst':[1]}|standfirst[0] must be a string, but is a number",
                "{'headline':'H','status':'gone'}|status must be one of usable, withheld, canceled",
                "{'headline':'H','media':[7]}|media[0] must be an object, but is a number",
                "{'headline':'H','source':7}|source must be an object with id and name",
                "{'body':'B'}|headline is missing",
                "[]|an article must be a JSON object",
            })
    void theMessageSaysWhatToMend(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidArticleException.class)
                .hasMessage(message);
    }

    private static RawArticle read(String json) {
        try {
            return ArticleJson.read(new ObjectMapper().readTree(json.replace('\'', '"')), null, NOW);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
