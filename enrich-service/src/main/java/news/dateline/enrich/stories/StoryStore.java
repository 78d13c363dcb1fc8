package news.dateline.enrich.stories;

import java.util.Map;

/** Where stories and their articles are kept: in the stream, two state stores. */
public interface StoryStore {
    /** All stories by id, in any order. */
    Iterable<Map.Entry<String, StoryState>> stories();

    /** All articles by id, in any order. */
    Iterable<Map.Entry<String, StoryArticle>> articles();

    /** Null if the article is in no story. */
    StoryArticle article(String id);

    /** Keeps a story, or forgets it with null. */
    void putStory(String id, StoryState state);

    /** Keeps an article, or forgets it with null. */
    void putArticle(String id, StoryArticle article);
}
