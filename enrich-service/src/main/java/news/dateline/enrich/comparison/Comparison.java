package news.dateline.enrich.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;
import news.dateline.TopicTag;
import news.dateline.enrich.comparison.Difference.Kind;

/**
 * Compares two taggings of the same version of an article, tag by tag. Entities are the same where they bear the same name,
 * topics where they have the same code; scores and salience do not count. Pure and thread-safe.
 */
public final class Comparison {
    private Comparison() {}

    /** What differs, in the order of the tags. */
    public static List<Difference> of(EnrichedArticle before, EnrichedArticle after) {
        List<Difference> differences = new ArrayList<>();
        String id = after.getId();
        if (!Objects.equals(before.getDetectedLanguage(), after.getDetectedLanguage())) {
            differences.add(new Difference(
                    Kind.LANGUAGE, id, shown(before.getDetectedLanguage()), shown(after.getDetectedLanguage())));
        }
        Map<String, Entity> entities = byName(before);
        Map<String, Entity> others = byName(after);
        entities.forEach((name, entity) -> {
            Entity other = others.get(name);
            if (other == null) {
                differences.add(new Difference(Kind.ENTITY_REMOVED, id, shown(entity), ""));
            } else if (entity.getType() != other.getType()) {
                differences.add(new Difference(Kind.ENTITY_TYPE, id, shown(entity), shown(other)));
            } else if (!link(entity).equals(link(other))) {
                differences.add(new Difference(
                        Kind.ENTITY_LINK, id, shown(entity) + " " + link(entity), shown(other) + " " + link(other)));
            }
        });
        others.forEach((name, entity) -> {
            if (!entities.containsKey(name)) {
                differences.add(new Difference(Kind.ENTITY_ADDED, id, "", shown(entity)));
            }
        });
        topics(before, after).forEach(topic -> differences.add(new Difference(Kind.TOPIC_REMOVED, id, topic, "")));
        topics(after, before).forEach(topic -> differences.add(new Difference(Kind.TOPIC_ADDED, id, "", topic)));
        return differences;
    }

    private static Map<String, Entity> byName(EnrichedArticle article) {
        Map<String, Entity> entities = new LinkedHashMap<>();
        article.getEntities().forEach(entity -> entities.putIfAbsent(entity.getName(), entity));
        return entities;
    }

    /** Topics of one that the other has not. */
    private static List<String> topics(EnrichedArticle one, EnrichedArticle other) {
        List<String> codes = other.getTopics().stream().map(TopicTag::getCode).toList();
        return one.getTopics().stream()
                .filter(topic -> !codes.contains(topic.getCode()))
                .map(topic -> topic.getCode() + " " + topic.getName())
                .toList();
    }

    private static String link(Entity entity) {
        if (entity.getWikidata() != null) {
            return entity.getWikidata();
        }
        return entity.getGeonames() == null ? "unlinked" : "GeoNames " + entity.getGeonames();
    }

    private static String shown(Entity entity) {
        return entity.getType() + " " + entity.getName();
    }

    private static String shown(String language) {
        return language == null ? "" : language;
    }
}
