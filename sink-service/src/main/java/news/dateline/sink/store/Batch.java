package news.dateline.sink.store;

import java.util.List;
import news.dateline.EnrichedArticle;
import news.dateline.Story;
import news.dateline.Trend;

/**
 * What is stored in one transaction, each list in the order of the topic's partitions.
 *
 * @param articles enriched articles
 * @param failed records of the dead-letter topic
 * @param stories states of stories
 * @param trends counts of trends
 */
public record Batch(
        List<EnrichedArticle> articles, List<FailedRecord> failed, List<Story> stories, List<Trend> trends) {
    /** Articles alone. */
    public static Batch of(List<EnrichedArticle> articles) {
        return new Batch(articles, List.of(), List.of(), List.of());
    }
}
