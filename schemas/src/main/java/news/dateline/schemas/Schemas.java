package news.dateline.schemas;

import java.util.List;
import java.util.Map;
import news.dateline.EnrichedArticle;
import news.dateline.Feed;
import news.dateline.RawArticle;
import news.dateline.Story;
import news.dateline.Trend;
import news.dateline.schemas.topics.Topics;
import org.apache.avro.Schema;

/** The schemas of the values that travel on public topics. */
public final class Schemas {
    private Schemas() {}

    /** Every public schema, self-contained: the records that it names are defined within it. */
    public static List<Schema> all() {
        return List.of(
                RawArticle.getClassSchema(),
                EnrichedArticle.getClassSchema(),
                Feed.getClassSchema(),
                Story.getClassSchema(),
                Trend.getClassSchema());
    }

    /** The schemas by the subject under which a registry keeps them: the topic's name with {@code -value}. */
    public static Map<String, Schema> bySubject() {
        return Map.of(
                subject(Topics.RAW), RawArticle.getClassSchema(),
                subject(Topics.ENRICHED), EnrichedArticle.getClassSchema(),
                subject(Topics.FEEDS), Feed.getClassSchema(),
                subject(Topics.STORIES), Story.getClassSchema(),
                subject(Topics.TRENDS), Trend.getClassSchema());
    }

    private static String subject(String topic) {
        return topic + "-value";
    }
}
