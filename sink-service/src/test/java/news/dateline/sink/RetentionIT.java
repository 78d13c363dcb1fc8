package news.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is older than it is to be kept goes, and nothing else. */
class RetentionIT {
    private final String run = "retention-" + UUID.randomUUID();

    @Test
    void oldArticlesGoWithEverythingThatIsTheirs() {
        try (RunningSink sink = RunningSink.fresh(
                Map.of("dateline.sink.retention.articles", "30d", "dateline.sink.retention.pause", "200ms"))) {
            sink.awaitAll();
            RunningSink.send(Wire.article(run + "-old", 1, run)
                    .setReceivedAt(Instant.now().minus(Duration.ofDays(31)))
                    .build());
            RunningSink.send(Wire.article(run + "-new", 1, run)
                    .setReceivedAt(Instant.now())
                    .build());
            sink.awaitAll();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> sink.get("/v1/articles/" + run + "-old").status() == 404);

            assertThat(sink.ids("source", run)).containsExactly(run + "-new");
            for (String table :
                    List.of("article_versions", "mentions", "article_topics", "article_entities", "article_index")) {
                assertThat(sink.rows("SELECT count(*) FROM " + table + " WHERE article_id = '" + run + "-old'"))
                        .as(table)
                        .containsExactly("0");
            }
            assertThat(sink.rows("SELECT named_by FROM entities WHERE id = 'PERSON:marta quelle'"))
                    .doesNotContain(run + "-old");
        }
    }
}
