package news.dateline.enrich.stories;

import java.util.List;
import news.dateline.Story;
import news.dateline.StoryRef;

/**
 * What an article did to the stories.
 *
 * @param story the story that it belongs to, null if it is in none
 * @param changed the stories as they are now that it changed, ended or brought about
 */
public record Told(StoryRef story, List<Story> changed) {
    public Told {
        changed = List.copyOf(changed);
    }
}
