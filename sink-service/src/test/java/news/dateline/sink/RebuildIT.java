package news.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import news.dateline.embedded.RealStack;
import news.dateline.sink.rebuild.Rebuild;
import org.junit.jupiter.api.Test;

/** A new store takes the place of the old one while the sink runs. */
class RebuildIT {
    private final String run = "rebuild-" + UUID.randomUUID();

    @Test
    void newStoreIsFilledFromTheTopicsAndTakesOverWhileTheSinkRuns() throws Exception {
        try (RunningSink sink = RunningSink.fresh()) {
            RunningSink.send(Wire.article(run + "-1", 1, run).build());
            RunningSink.send(Wire.article(run + "-1", 2, run).build());
            RunningSink.send(Wire.article(run + "-2", 1, run).build(), Wire.kill(run + "-2", 2, run));
            sink.awaitAll();
            sink.ask("PUT", "/v1/searches/mine", "{\"q\":\"ferries\"}");
            sink.execute("UPDATE articles SET headline = 'Damaged' WHERE id = '" + run + "-1'");
            sink.execute("DELETE FROM article_index WHERE article_id = '" + run + "-1'");

            new Rebuild(
                            sink.database(),
                            RealStack.get().username(),
                            RealStack.get().password(),
                            Map.of(
                                    "kafka.bootstrap.servers",
                                    RealStack.get().bootstrapServers(),
                                    "dateline.serde",
                                    "single-object"))
                    .run(left -> assertThat(left).isPositive());
            RunningSink.send(Wire.article(run + "-3", 1, run).build());
            sink.awaitAll();

            assertThat(sink.ids("source", run)).containsExactlyInAnyOrder(run + "-1", run + "-3");
            assertThat(sink.rows("SELECT headline FROM articles WHERE id = '" + run + "-1'"))
                    .containsExactly("Harbour of Lindau opens again");
            assertThat(sink.get("/v1/articles/" + run + "-1/versions").json().path("versions"))
                    .hasSize(2);
            assertThat(sink.get("/v1/articles/" + run + "-2").status()).isEqualTo(410);
            assertThat(sink.get("/v1/searches/mine").status()).isEqualTo(200);
            assertThat(sink.get("/health").status()).isEqualTo(200);
            assertThat(sink.rows("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'dateline%'"))
                    .isEqualTo(List.of());
        }
    }
}
