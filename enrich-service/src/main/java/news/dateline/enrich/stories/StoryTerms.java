package news.dateline.enrich.stories;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import news.dateline.EnrichedArticle;
import news.dateline.Entity;

/** What an article is about, as a vector of terms: its headline above all, then its lead and its entities. Thread-safe. */
final class StoryTerms {
    private static final double LEAD = 0.35;
    private static final double ENTITY = 0.8;
    private static final int LEAD_WORDS = 60;
    private static final int ENTITIES = 8;

    /** An entity that is linked says about as much as a rare word. */
    private static final double ENTITY_RARITY = 6;

    private final Rarity rarity = new Rarity();

    TermVector of(EnrichedArticle article) {
        boolean english = article.getLanguage() == null || article.getLanguage().startsWith("en");
        Map<Integer, Double> weighted = new HashMap<>();
        weigh(StoryWords.of(article.getHeadline(), english), 1, weighted);
        String lead = String.join("\n", article.getStandfirst()) + "\n" + orEmpty(article.getBody());
        List<String> words = StoryWords.of(lead.substring(0, Math.min(lead.length(), LEAD_WORDS * 12)), english);
        weigh(words.subList(0, Math.min(LEAD_WORDS, words.size())), LEAD, weighted);
        if (!words.isEmpty()) {
            for (Entity entity : article.getEntities().stream().limit(ENTITIES).toList()) {
                double weight = ENTITY * ENTITY_RARITY * entity.getSalience();
                weighted.merge(("entity " + key(entity)).hashCode(), weight, Math::max);
            }
        }
        return TermVector.of(weighted);
    }

    /** Its Wikidata id, or type and name where it is not linked. */
    static String key(Entity entity) {
        return entity.getWikidata() == null ? entity.getType() + ":" + entity.getName() : entity.getWikidata();
    }

    private void weigh(List<String> words, double weight, Map<Integer, Double> weighted) {
        for (String word : new HashSet<>(words)) {
            weighted.merge(word.hashCode(), weight * rarity.of(word), Math::max);
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
