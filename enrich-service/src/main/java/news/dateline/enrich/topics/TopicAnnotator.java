package news.dateline.enrich.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.dateline.TagOrigin;
import news.dateline.TopicTag;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;

/**
 * Says which concepts of IPTC Media Topics an English article is about, the surest first: roots by a linear
 * classifier with calibrated scores, narrower concepts under them by what the text says in so many words. Nothing
 * where nothing is likely enough, and nothing in other languages. A narrower concept never scores above its root.
 * Immutable and thread-safe; model and vocabulary are loaded once, at construction.
 */
public final class TopicAnnotator implements Annotator<List<TopicTag>> {
    private static final String NAME = "medtop-linear-en@1.1-";

    /** The least score of the best root, and of a further one. */
    private static final double BEST = 0.35;

    private static final double FURTHER = 0.36;
    private static final int MOST_ROOTS = 3;
    private static final int MOST_NARROWER = 3;

    private final ArticleReader reader;
    private final ConceptFinder finder;
    private final TopicVocabulary vocabulary;
    private final TopicModel topicModel;
    private final String model;

    /** An annotator with the model and the vocabulary that come with the program. */
    public TopicAnnotator() {
        this(TopicModel.committed(), TopicVocabulary.load());
    }

    /** An annotator with another model. */
    public TopicAnnotator(TopicModel model, TopicVocabulary vocabulary) {
        this.topicModel = model;
        this.reader = new ArticleReader(model);
        this.finder = new ConceptFinder(vocabulary, model);
        this.vocabulary = vocabulary;
        this.model = NAME + model.version();
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public boolean knows(ArticleText text) {
        return text.language().equals("en");
    }

    @Override
    public List<TopicTag> annotate(ArticleText text) {
        List<TopicTag> tags = new ArrayList<>();
        if (!knows(text)) {
            return tags;
        }
        Map<String, Double> roots = roots(reader.read(text));
        if (roots.isEmpty()) {
            return tags;
        }
        TopicEvidence evidence = new TopicEvidence(text, topicModel);
        roots.forEach((code, score) -> tags.add(tag(code, score, evidence.of(code))));
        for (ConceptFinder.Found found : finder.find(text, roots.keySet(), MOST_NARROWER)) {
            double score = found.strength() * roots.get(vocabulary.root(found.code()));
            tags.add(tag(found.code(), score, found.phrases()));
        }
        tags.sort(Comparator.comparingDouble(TopicTag::getScore).reversed().thenComparing(TopicTag::getCode));
        return tags;
    }

    /**
     * The codes of all 17 roots, the likeliest first, whatever their scores: to measure the classifier by, or to
     * offer to an editor. Empty if no word of the text is known; the language is not asked.
     */
    public List<String> ranking(ArticleText text) {
        return Arrays.stream(reader.read(text).ranking()).mapToObj(Roots::code).toList();
    }

    private static Map<String, Double> roots(Reading reading) {
        Map<String, Double> roots = new LinkedHashMap<>();
        for (int root : reading.ranking()) {
            double score = reading.score(root);
            if (roots.size() == MOST_ROOTS || score < (roots.isEmpty() ? BEST : FURTHER)) {
                break;
            }
            roots.put(Roots.code(root), score);
        }
        return roots;
    }

    private TopicTag tag(String code, double score, List<String> evidence) {
        return new TopicTag(code, vocabulary.name(code).orElseThrow(), score, model, evidence, TagOrigin.annotator);
    }
}
