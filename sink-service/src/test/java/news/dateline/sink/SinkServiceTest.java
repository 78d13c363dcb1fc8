package news.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import news.dateline.sink.store.ArticleStore;
import org.junit.jupiter.api.Test;

class SinkServiceTest {
    @Test
    void onlyItsOwnFileIsReadAndPropertiesOverrideIt() {
        try (ApplicationContext context = SinkService.configure(ApplicationContext.builder())
                .properties(Map.of("dateline.sink.port", "-1"))
                .start()) {
            assertThat(context.getProperty("micronaut.application.name", String.class))
                    .contains("dateline-sink");
            assertThat(context.getProperty("dateline.service", String.class)).contains("sink");
            assertThat(context.getProperty("micronaut.server.port", String.class))
                    .contains("-1");
            assertThat(context.getProperty("from.the.root", String.class))
                    .isEmpty(); // src/test/resources/application.yml
        }
    }

    @Test
    void noBeanOfItsExistsInAnotherService() {
        try (ApplicationContext context = ApplicationContext.builder()
                .properties(Map.of("dateline.service", "ingest", "micronaut.server.port", "-1"))
                .start()) {
            assertThat(context.findBean(ArticleStore.class)).isEmpty();
        }
    }
}
