package news.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every service of the house serves beside its own work. */
class HttpIT {
    private static RunningSink sink;

    @BeforeAll
    static void start() {
        sink = RunningSink.fresh();
        sink.awaitAll();
    }

    @AfterAll
    static void stop() {
        sink.close();
    }

    @Test
    void healthTellsOfReaderDatabaseAndKafka() {
        RunningSink.Answer health = sink.get("/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().path("details").path("sink").path("status").asText())
                .isEqualTo("UP");
        assertThat(health.text()).contains("jdbc").contains("kafka");
        assertThat(sink.get("/health/readiness").text()).contains("\"sink\"");
    }

    @Test
    void metricsAreDatelines() {
        sink.search("q", "anything");

        assertThat(sink.get("/prometheus").text())
                .contains("dateline_sink_records_total")
                .contains("dateline_sink_searches_seconds")
                .contains("dateline_sink_lag");
    }

    @Test
    void openApiDescribesTheRoutes() {
        assertThat(sink.get("/openapi.yaml").text())
                .contains("/v1/articles:")
                .contains("/v1/articles/{id}/versions:")
                .contains("\"410\"");
    }

    @Test
    void swaggerPageLoadsNothingFromElsewhere() {
        RunningSink.Answer page = sink.get("/swagger-ui");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("http:").doesNotContain("https:").doesNotContain("=\"//");
        for (String part : new String[] {"swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"}) {
            assertThat(page.text()).contains("/swagger-ui/lib/" + part);
            assertThat(sink.get("/swagger-ui/lib/" + part).status()).as(part).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/v1", "/beans", "/env", "/swagger-ui/lib/../../sink/application.yml"})
    void unknownPathIsAProblem(String path) {
        RunningSink.Answer answer = sink.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asText()).contains("There is nothing at");
    }
}
