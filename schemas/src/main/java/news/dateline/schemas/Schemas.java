package news.dateline.schemas;

import java.util.List;
import news.dateline.EnrichedArticle;
import news.dateline.Feed;
import news.dateline.RawArticle;
import news.dateline.Story;
import news.dateline.Trend;
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
}
