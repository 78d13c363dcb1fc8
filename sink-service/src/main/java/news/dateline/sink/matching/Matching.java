package news.dateline.sink.matching;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import news.dateline.sink.store.Names;
import news.dateline.sink.store.TopicTree;
import org.apache.lucene.search.Query;

/**
 * Matches articles in memory against the filters that search has: entity, topic with its narrower ones, and words in
 * web-search syntax. Thread-safe.
 */
@Singleton
public final class Matching {
    private final Languages languages = new Languages();
    private final TopicTree topics = new TopicTree();

    /** An article, as the API shows it, ready to be matched. */
    public Matchable article(JsonNode article) {
        Set<String> entities = new HashSet<>();
        for (JsonNode entity : article.path("entities")) {
            entities.add(Names.folded(entity.path("name").asText()));
            if (entity.path("wikidata").isTextual()) {
                entities.add(Names.folded(entity.path("wikidata").textValue()));
            }
        }
        List<String> codes = new ArrayList<>();
        article.path("topics").forEach(topic -> codes.add(topic.path("code").asText()));
        String language = languages.of(article.path("language").asText(null));
        return new Matchable(
                language,
                languages.analyzer(language),
                entities,
                topics.withBroader(codes),
                article.path("source").path("id").asText(null),
                Matchable.texts(article));
    }

    /**
     * A filter; each part may be null, which lets everything pass.
     *
     * @param entity Wikidata identifier or name, in any case
     * @param topic QCode; narrower topics are included
     * @param q words in web-search syntax
     */
    public Predicate<Matchable> filter(String entity, String topic, String q) {
        Predicate<Matchable> filter = article -> true;
        if (entity != null) {
            String folded = Names.folded(entity);
            filter = filter.and(article -> article.entities().contains(folded));
        }
        if (topic != null) {
            String code = topic.toLowerCase(Locale.ROOT).startsWith("medtop:") ? topic.toLowerCase(Locale.ROOT) : topic;
            filter = filter.and(article -> article.topics().contains(code));
        }
        if (q != null) {
            WebQuery query = WebQuery.parse(q);
            Map<String, Query> byLanguage = new ConcurrentHashMap<>();
            filter = filter.and(article -> article.matches(byLanguage.computeIfAbsent(
                    article.language(), language -> query.in(Matchable.TEXT, languages.analyzer(language)))));
        }
        return filter;
    }
}
