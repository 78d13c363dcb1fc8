package news.dateline.sink.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;
import news.dateline.Mention;

/**
 * An entity of one article, as it is stored.
 *
 * @param articleId the article
 * @param entityId the real thing: its Wikidata identifier, or type and folded name where it is not linked
 * @param position place among the article's entities, from 1
 * @param entity the entity as the article tells of it; what else is told of the same thing adds only mentions
 * @param mentions every mention of the thing
 */
record EntityRow(String articleId, String entityId, int position, Entity entity, List<Mention> mentions) {
    /** The rows of one article, one a real thing. */
    static List<EntityRow> of(EnrichedArticle article) {
        Map<String, EntityRow> rows = new LinkedHashMap<>();
        for (Entity entity : article.getEntities()) {
            String id = entity.getWikidata() != null
                    ? entity.getWikidata()
                    : entity.getType() + ":" + Names.folded(entity.getName());
            rows.computeIfAbsent(
                            id, key -> new EntityRow(article.getId(), key, rows.size() + 1, entity, new ArrayList<>()))
                    .mentions
                    .addAll(entity.getMentions());
        }
        return List.copyOf(rows.values());
    }

    String nameFolded() {
        return Names.folded(entity.getName());
    }

    Double latitude() {
        return entity.getCoordinates() == null ? null : entity.getCoordinates().getLat();
    }

    Double longitude() {
        return entity.getCoordinates() == null ? null : entity.getCoordinates().getLon();
    }
}
