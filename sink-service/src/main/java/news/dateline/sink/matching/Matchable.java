package news.dateline.sink.matching;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.Query;

/** An article as filters see it. Its words are read when a filter first asks for them. Thread-safe. */
public final class Matchable {
    static final String TEXT = "text";

    private final String language;
    private final Analyzer analyzer;
    private final Set<String> entities;
    private final Set<String> topics;
    private final String source;
    private final List<String> texts;
    private MemoryIndex index;

    Matchable(
            String language,
            Analyzer analyzer,
            Set<String> entities,
            Set<String> topics,
            String source,
            List<String> texts) {
        this.language = language;
        this.analyzer = analyzer;
        this.entities = entities;
        this.topics = topics;
        this.source = source;
        this.texts = texts;
    }

    /** What search finds words in: headline, standfirst, body, byline, dateline, section and captions. */
    static List<String> texts(JsonNode article) {
        List<String> texts = new ArrayList<>();
        for (String field : new String[] {"headline", "body", "dateline", "section"}) {
            add(texts, article.path(field));
        }
        article.path("standfirst").forEach(line -> add(texts, line));
        article.path("byline").forEach(name -> add(texts, name));
        article.path("media").forEach(media -> add(texts, media.path("caption")));
        return List.copyOf(texts);
    }

    private static void add(List<String> texts, JsonNode value) {
        if (value.isTextual()) {
            texts.add(value.textValue());
        }
    }

    /** Names in folded case and identifiers of the entities. */
    Set<String> entities() {
        return entities;
    }

    /** The topics and all broader ones. */
    Set<String> topics() {
        return topics;
    }

    /** Id of the publisher, null where unknown. */
    public String source() {
        return source;
    }

    String language() {
        return language;
    }

    List<String> texts() {
        return texts;
    }

    /** Forgets the index of its words; it is made again when asked for. */
    public synchronized void rest() {
        index = null;
    }

    /** Whether its words match. */
    synchronized boolean matches(Query query) {
        if (index == null) {
            index = new MemoryIndex();
            texts.forEach(text -> index.addField(TEXT, text, analyzer));
        }
        return index.search(query) > 0;
    }
}
