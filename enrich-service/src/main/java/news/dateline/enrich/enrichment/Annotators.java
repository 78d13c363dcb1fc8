package news.dateline.enrich.enrichment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.Entity;
import news.dateline.TopicTag;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.entities.EntityAnnotator;
import news.dateline.enrich.language.LanguageAnnotator;
import news.dateline.enrich.topics.TopicAnnotator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every annotator, in order: language, then those that read it. Thread-safe. An annotator that fails costs its own tags
 * and no more: the article goes on, and its {@code models} say what failed, or that there are no tags for its language.
 */
public final class Annotators {
    private static final Logger LOG = LoggerFactory.getLogger(Annotators.class);

    private final Annotator<String> language;
    private final Annotator<List<Entity>> entities;
    private final Annotator<List<TopicTag>> topics;

    public Annotators(Annotator<String> language, Annotator<List<Entity>> entities, Annotator<List<TopicTag>> topics) {
        this.language = language;
        this.entities = entities;
        this.topics = topics;
    }

    /** The annotators that come with Dateline, their models loaded from the class path. */
    public static Annotators load() {
        return new Annotators(new LanguageAnnotator(), new EntityAnnotator(), new TopicAnnotator());
    }

    /** The tags of a text. What its language is given as is used only where none can be detected. */
    public Annotations annotate(ArticleText text) {
        Map<String, String> models = new HashMap<>();
        String detected = run("language", language, LanguageAnnotator.UNKNOWN, text, models);
        ArticleText read = detected.equals(LanguageAnnotator.UNKNOWN) ? text : text.in(detected);
        return new Annotations(
                detected,
                run("entities", entities, List.of(), read, models),
                run("topics", topics, List.of(), read, models),
                models);
    }

    private static <T> T run(
            String kind, Annotator<T> annotator, T nothing, ArticleText text, Map<String, String> models) {
        if (!annotator.knows(text)) {
            models.put(kind, "none: language " + text.language());
            return nothing;
        }
        try {
            T tags = annotator.annotate(text);
            models.put(kind, annotator.model());
            return tags;
        } catch (RuntimeException e) {
            LOG.error("annotator failed kind={} model={}", kind, annotator.model(), e);
            models.put(kind, annotator.model() + " failed: " + e.getClass().getSimpleName());
            return nothing;
        }
    }
}
