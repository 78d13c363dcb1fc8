package news.dateline.enrich.enrichment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import news.dateline.Entity;
import news.dateline.TopicTag;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;
import news.dateline.enrich.annotate.UnavailableException;
import news.dateline.enrich.entities.EntityAnnotator;
import news.dateline.enrich.language.LanguageAnnotator;
import news.dateline.enrich.linking.Gazetteers;
import news.dateline.enrich.linking.LinkedEntities;
import news.dateline.enrich.linking.Linker;
import news.dateline.enrich.topics.TopicAnnotator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every annotator, in order: language, then those that read it. Thread-safe. An annotator that fails, or a further
 * recognizer that takes too long, costs its own tags and no more: the article goes on, and its {@code models} say so, as
 * they say it where an annotator has no tags for the article's language.
 */
public final class Annotators {
    private static final Logger LOG = LoggerFactory.getLogger(Annotators.class);

    private final Annotator<String> language;
    private final Annotator<List<Entity>> entities;
    private final Annotator<List<TopicTag>> topics;
    private final SortedMap<String, Annotator<List<Entity>>> recognizers;

    public Annotators(Annotator<String> language, Annotator<List<Entity>> entities, Annotator<List<TopicTag>> topics) {
        this(language, entities, topics, new TreeMap<>());
    }

    /**
     * Annotators of one's own.
     *
     * @param recognizers further recognizers of entities, by the name that {@code models} shows behind {@code entities.}
     */
    public Annotators(
            Annotator<String> language,
            Annotator<List<Entity>> entities,
            Annotator<List<TopicTag>> topics,
            SortedMap<String, Annotator<List<Entity>>> recognizers) {
        this.language = language;
        this.entities = entities;
        this.topics = topics;
        this.recognizers = new TreeMap<>(recognizers);
    }

    /** The annotators that come with Dateline, their models loaded from the class path. */
    public static Annotators load() {
        return load(Map.of());
    }

    /**
     * The same, and the further recognizers that settings ask for, from the class path and from the jars of a folder.
     *
     * @param settings {@code time-limit}, {@code folder}, and those of the recognizers, {@code NAME.SETTING}
     * @throws IllegalArgumentException if a recognizer cannot be had as the settings ask for it
     */
    public static Annotators load(Map<String, String> settings) {
        Linker linker = new Linker(Gazetteers.bundled());
        return new Annotators(
                new LanguageAnnotator(),
                new LinkedEntities(new EntityAnnotator(), linker),
                new TopicAnnotator(),
                Recognizers.open(
                        AnnotatorJars.providers(settings.get("folder")),
                        settings,
                        recognizer -> new LinkedEntities(recognizer, linker)));
    }

    /** The tags of a text. What its language is given as is used only where none can be detected. */
    public Annotations annotate(ArticleText text) {
        Map<String, String> models = new HashMap<>();
        String detected = run("language", language, LanguageAnnotator.UNKNOWN, text, models);
        ArticleText read = detected.equals(LanguageAnnotator.UNKNOWN) ? text : text.in(detected);
        List<Entity> found = run("entities", entities, List.of(), read, models);
        for (Map.Entry<String, Annotator<List<Entity>>> recognizer : recognizers.entrySet()) {
            String kind = "entities." + recognizer.getKey();
            found = Recognizers.join(found, run(kind, recognizer.getValue(), List.of(), read, models));
        }
        return new Annotations(detected, found, run("topics", topics, List.of(), read, models), models);
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
        } catch (UnavailableException e) {
            LOG.warn("annotator unavailable kind={} model={} reason=\"{}\"", kind, annotator.model(), e.getMessage());
            models.put(kind, annotator.model() + " " + e.getMessage());
            return nothing;
        } catch (RuntimeException e) {
            LOG.error("annotator failed kind={} model={}", kind, annotator.model(), e);
            models.put(kind, annotator.model() + " failed: " + e.getClass().getSimpleName());
            return nothing;
        }
    }
}
