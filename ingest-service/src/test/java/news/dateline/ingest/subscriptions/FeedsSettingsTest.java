package news.dateline.ingest.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import news.dateline.ingest.IngestService;
import news.dateline.ingest.fetch.FetchSettings;
import org.junit.jupiter.api.Test;

class FeedsSettingsTest {
    private static <T> T settings(Class<T> type, Map<String, Object> properties) {
        try (ApplicationContext context = IngestService.configure(ApplicationContext.builder())
                .properties(properties)
                .start()) {
            return context.getBean(type);
        }
    }

    @Test
    void defaults() {
        assertThat(settings(FeedsSettings.class, Map.of()))
                .isEqualTo(new FeedsSettings(
                        true,
                        "dateline-feeds",
                        8,
                        Duration.ofSeconds(1),
                        Duration.ofHours(1),
                        Duration.ofHours(6),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(1),
                        20,
                        5,
                        Duration.ofHours(1),
                        Duration.ofMillis(200)));
        assertThat(settings(FetchProperties.class, Map.of()).settings())
                .isEqualTo(new FetchSettings(
                        false,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(60),
                        16 * 1024 * 1024,
                        "Dateline/1.0 (news feed reader)"));
    }

    @Test
    void everyPropertyIsMapped() {
        assertThat(settings(
                        FeedsSettings.class,
                        Map.ofEntries(
                                Map.entry("dateline.feeds.enabled", "false"),
                                Map.entry("dateline.feeds.group", "g"),
                                Map.entry("dateline.feeds.threads", "2"),
                                Map.entry("dateline.feeds.shortest-interval", "3s"),
                                Map.entry("dateline.feeds.longest-interval", "4s"),
                                Map.entry("dateline.feeds.longest-backoff", "5s"),
                                Map.entry("dateline.feeds.host-pause", "6s"),
                                Map.entry("dateline.feeds.page-pause", "7s"),
                                Map.entry("dateline.feeds.pages-per-poll", "8"),
                                Map.entry("dateline.feeds.sitemaps-per-poll", "9"),
                                Map.entry("dateline.feeds.silent-after", "10s"),
                                Map.entry("dateline.feeds.tick", "11s"))))
                .isEqualTo(new FeedsSettings(
                        false,
                        "g",
                        2,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(6),
                        Duration.ofSeconds(7),
                        8,
                        9,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(11)));
        assertThat(settings(
                                FetchProperties.class,
                                Map.of(
                                        "dateline.fetch.allow-private", "true",
                                        "dateline.fetch.connect-timeout", "1s",
                                        "dateline.fetch.read-timeout", "2s",
                                        "dateline.fetch.total-timeout", "3s",
                                        "dateline.fetch.max-bytes", "4",
                                        "dateline.fetch.user-agent", "u"))
                        .settings())
                .isEqualTo(new FetchSettings(
                        true, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), 4, "u"));
    }
}
