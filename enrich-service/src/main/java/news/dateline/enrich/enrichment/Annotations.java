package news.dateline.enrich.enrichment;

import java.util.List;
import java.util.Map;
import news.dateline.Entity;
import news.dateline.TopicTag;

/**
 * All tags of one text.
 *
 * @param language detected primary language subtag, {@code und} if not known
 * @param entities persons, organisations and places, most salient first
 * @param topics IPTC Media Topics, best first
 * @param models kind of annotator to what made the tags, or to why there are none
 */
public record Annotations(String language, List<Entity> entities, List<TopicTag> topics, Map<String, String> models) {
    public Annotations {
        entities = List.copyOf(entities);
        topics = List.copyOf(topics);
        models = Map.copyOf(models);
    }
}
