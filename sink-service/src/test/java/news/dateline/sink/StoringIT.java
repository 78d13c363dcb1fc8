package news.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import news.dateline.EnrichedArticle;
import news.dateline.PubStatus;
import news.dateline.schemas.json.ArticleJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of articles, corrections and kills. */
class StoringIT {
    private static RunningSink sink;

    private final String id = UUID.randomUUID().toString();
    private final String source = "storing-" + id;

    @BeforeAll
    static void start() {
        sink = RunningSink.fresh();
    }

    @AfterAll
    static void stop() {
        sink.close();
    }

    @Test
    void articleIsAnsweredAsItWasSent() {
        EnrichedArticle article = Wire.article(id, 1, source).build();

        RunningSink.send(article);
        sink.awaitAll();

        assertThat(sink.get("/v1/articles/" + id).text())
                .isEqualTo(ArticleJson.write(article).toString());
    }

    @Test
    void correctionBecomesVersionTwoWithItsChanges() {
        RunningSink.send(Wire.article(id, 1, source).build());
        RunningSink.send(Wire.article(id, 2, source)
                .setHeadline("Harbour of Lindau opens after storm")
                .setSection("Region")
                .build());
        sink.awaitAll();

        JsonNode versions = sink.get("/v1/articles/" + id + "/versions").json().path("versions");

        assertThat(sink.get("/v1/articles/" + id).json().path("version").asInt())
                .isEqualTo(2);
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).path("changes").isNull()).isTrue();
        assertThat(versions.get(1).path("changes"))
                .hasToString("{\"headline\":{\"from\":\"Harbour of Lindau opens again\","
                        + "\"to\":\"Harbour of Lindau opens after storm\"},"
                        + "\"paragraphsAdded\":[\"Ferries run again, version 2.\"],"
                        + "\"paragraphsRemoved\":[\"Ferries run again, version 1.\"],\"otherFields\":[\"section\"]}");
        assertThat(sink.search("source", source).json().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void olderVersionArrivingLateChangesNothingThatIsShown() {
        RunningSink.send(Wire.article(id, 2, source).build());
        sink.awaitAll();
        String before = sink.get("/v1/articles/" + id).text();

        RunningSink.send(
                Wire.article(id, 1, source).setHeadline("An older text").build());
        sink.awaitAll();

        assertThat(sink.get("/v1/articles/" + id).text()).isEqualTo(before);
        assertThat(sink.ids("source", source, "q", "older")).isEmpty();
        // It was stored behind the newer one, and not refused.
        assertThat(sink.rows("SELECT version FROM article_versions WHERE article_id = '" + id + "' ORDER BY version"))
                .containsExactly("1", "2");
    }

    @Test
    void killRemovesEveryTextAndKeepsItsRecord() {
        String marker = "Zwirbelfink" + id.substring(0, 8);
        RunningSink.send(Wire.article(id, 1, source)
                .setHeadline(marker)
                .setBody(marker + " sang.\n\nAgain.")
                .setEntities(List.of(Wire.entity(news.dateline.EntityType.PERSON, marker, null, marker)))
                .build());
        RunningSink.send(Wire.article(id, 2, source).setBody(marker).build());
        sink.awaitAll();
        assertThat(sink.ids("source", source)).containsExactly(id);

        RunningSink.send(Wire.kill(id, 3, source));
        sink.awaitAll();

        assertThat(sink.ids("source", source)).isEmpty();
        for (String path : List.of("/v1/articles/" + id, "/v1/articles/" + id + "/versions")) {
            RunningSink.Answer gone = sink.get(path);
            assertThat(gone.status()).isEqualTo(410);
            assertThat(gone.type()).startsWith("application/problem+json");
            assertThat(gone.json().path("status").asInt()).isEqualTo(410);
            assertThat(gone.json().path("id").asText()).isEqualTo(id);
            assertThat(gone.json().path("version").asInt()).isEqualTo(3);
            assertThat(gone.json().path("articleStatus").asText()).isEqualTo("canceled");
            assertThat(gone.json().path("reason").asText()).isEqualTo("wrong person named");
            assertThat(gone.json().path("killedAt").asText()).isEqualTo("2026-03-01T08:00:03Z");
            assertThat(gone.text()).doesNotContain(marker);
        }
        assertThat(sink.rows("SELECT version, reason FROM kills WHERE article_id = '" + id + "'"))
                .containsExactly("3|wrong person named");
        for (String table :
                sink.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")) {
            assertThat(sink.rows("SELECT * FROM " + table + " AS t WHERE lower(t::text) LIKE '%"
                            + marker.toLowerCase(java.util.Locale.ROOT) + "%'"))
                    .as(table)
                    .isEmpty();
        }
    }

    @Test
    void versionFromBeforeTheKillStaysOut() {
        RunningSink.send(Wire.kill(id, 2, source));
        RunningSink.send(Wire.article(id, 1, source).build());
        sink.awaitAll();

        assertThat(sink.get("/v1/articles/" + id).status()).isEqualTo(410);
        assertThat(sink.ids("source", source)).isEmpty();
    }

    @Test
    void articleThatComesBackAfterTheKillHasNoOlderVersions() {
        RunningSink.send(Wire.article(id, 1, source).build(), Wire.kill(id, 2, source));
        RunningSink.send(Wire.article(id, 3, source).build());
        sink.awaitAll();

        assertThat(sink.get("/v1/articles/" + id).json().path("version").asInt())
                .isEqualTo(3);
        JsonNode versions = sink.get("/v1/articles/" + id + "/versions").json().path("versions");
        assertThat(versions).hasSize(1);
        assertThat(versions.get(0).path("changes").isNull()).isTrue();
    }

    @Test
    void withheldArticleIsNotFoundBySearch() {
        RunningSink.send(
                Wire.article(id, 1, source).setStatus(PubStatus.withheld).build());
        sink.awaitAll();

        assertThat(sink.ids("source", source)).isEmpty();
        assertThat(sink.get("/v1/articles/" + id).json().path("status").asText())
                .isEqualTo("withheld");
    }

    @Test
    void unknownAndImpossibleIdsAre404() {
        for (String path : List.of("nobody", "a%20b", "%00", "x".repeat(300), "%F0%9F%98%80", "nobody/versions")) {
            RunningSink.Answer answer = sink.get("/v1/articles/" + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.type()).startsWith("application/problem+json");
        }
    }

    @Test
    void anyWellFormedIdCanBeAsked() {
        String odd = "urn:x/y?z#" + id + "%~|\"'{}";
        RunningSink.send(Wire.article(odd, 1, source).build());
        sink.awaitAll();

        String path = java.net.URLEncoder.encode(odd, java.nio.charset.StandardCharsets.UTF_8);

        assertThat(sink.get("/v1/articles/" + path).json().path("id").asText()).isEqualTo(odd);
        assertThat(sink.get("/v1/articles/" + path + "/versions").json().path("versions"))
                .hasSize(1);
    }

    @Test
    void everyTableAndColumnIsExplained() {
        assertThat(sink.rows("""
                        SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped
                            AND a.attnum >= 0 AND c.relname <> 'flyway_schema_history'
                            AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid) IS NULL)
                        """)).isEmpty();
    }
}
