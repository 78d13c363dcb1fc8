package news.dateline.enrich.stories;

import java.util.Map;
import java.util.TreeMap;

/** Stories and articles in memory, in the order of their ids as in the stream's state stores. Not thread-safe. */
public final class StoriesInMemory implements StoryStore {
    final Map<String, StoryState> stories = new TreeMap<>();
    final Map<String, StoryArticle> articles = new TreeMap<>();

    @Override
    public Iterable<Map.Entry<String, StoryState>> stories() {
        return stories.entrySet();
    }

    @Override
    public Iterable<Map.Entry<String, StoryArticle>> articles() {
        return articles.entrySet();
    }

    @Override
    public StoryArticle article(String id) {
        return articles.get(id);
    }

    @Override
    public void putStory(String id, StoryState state) {
        put(stories, id, state);
    }

    @Override
    public void putArticle(String id, StoryArticle article) {
        put(articles, id, article);
    }

    private static <V> void put(Map<String, V> map, String id, V value) {
        if (value == null) {
            map.remove(id);
        } else {
            map.put(id, value);
        }
    }
}
