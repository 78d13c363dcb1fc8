package news.dateline.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.dateline.Story;
import news.dateline.StoryPoint;
import news.dateline.StoryStatus;
import news.dateline.Trend;
import news.dateline.TrendKind;
import org.junit.jupiter.api.Test;

class StoryJsonTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void aStoryIsWrittenMemberByMember() {
        Story story = Story.newBuilder()
                .setId("s")
                .setLabel("Harbour bridge opens")
                .setLeadArticle("a")
                .setStatus(StoryStatus.active)
                .setArticleCount(1)
                .setArticles(List.of("a"))
                .setFirstSeen(NOON)
                .setLastSeen(NOON)
                .setCourse(List.of(new StoryPoint(NOON, 1)))
                .build();
        assertThat(StoryJson.write(story).toString())
                .isEqualTo(
                        "{\"id\":\"s\",\"label\":\"Harbour bridge opens\",\"leadArticle\":\"a\",\"status\":\"active\","
                                + "\"mergedInto\":null,\"splitFrom\":null,\"articleCount\":1,\"articles\":[\"a\"],"
                                + "\"firstSeen\":\"2026-03-01T12:00:00Z\",\"lastSeen\":\"2026-03-01T12:00:00Z\","
                                + "\"course\":[{\"hour\":\"2026-03-01T12:00:00Z\",\"articles\":1}],"
                                + "\"entities\":[],\"topics\":[]}");
    }

    @Test
    void aTrendIsWrittenMemberByMember() {
        Trend trend = new Trend(TrendKind.topic, "medtop:15000000", "sport", NOON, "PT1H", 7, 3.0, 2.0);
        assertThat(StoryJson.write(trend).toString())
                .isEqualTo("{\"kind\":\"topic\",\"key\":\"medtop:15000000\",\"name\":\"sport\","
                        + "\"windowStart\":\"2026-03-01T12:00:00Z\",\"windowSize\":\"PT1H\",\"count\":7,"
                        + "\"baseline\":3.0,\"score\":2.0}");
    }
}
