package news.dateline.schemas.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import news.dateline.Story;
import news.dateline.Trend;

/** Stories and trends as JSON, member by member as in their schemas. Thread-safe. */
public final class StoryJson {
    private StoryJson() {}

    public static ObjectNode write(Story story) {
        return (ObjectNode) AvroJson.write(story.getSchema(), story);
    }

    public static ObjectNode write(Trend trend) {
        return (ObjectNode) AvroJson.write(trend.getSchema(), trend);
    }
}
