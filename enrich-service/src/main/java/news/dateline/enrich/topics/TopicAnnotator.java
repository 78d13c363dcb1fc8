package news.dateline.enrich.topics;

import java.util.ArrayList;
import java.util.List;
import news.dateline.TopicTag;
import news.dateline.enrich.annotate.Annotator;
import news.dateline.enrich.annotate.ArticleText;

/**
 * Says which roots of IPTC Media Topics an English article is about, the best first; none where nothing is likely enough.
 * Articles in other languages get an empty list. Immutable and thread-safe; the model is loaded once, at construction.
 */
public final class TopicAnnotator implements Annotator<List<TopicTag>> {
    private static final String NAME = "medtop-linear-en@1.0-";

    /** The least score of the best topic, and of a further one. */
    private static final double BEST = 0.35;

    private static final double FURTHER = 0.3;
    private static final int MOST = 4;

    private final ArticleReader reader;
    private final String model;
    private final TopicVocabulary vocabulary = TopicVocabulary.roots();

    /** An annotator with the model that comes with the program. */
    public TopicAnnotator() {
        this(TopicModel.committed());
    }

    /** An annotator with another model. */
    public TopicAnnotator(TopicModel model) {
        this.reader = new ArticleReader(model);
        this.model = NAME + model.version();
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public List<TopicTag> annotate(ArticleText text) {
        List<TopicTag> tags = new ArrayList<>();
        if (!text.language().equals("en")) {
            return tags;
        }
        Reading reading = reader.read(text);
        for (int root : reading.ranking()) {
            double score = reading.score(root);
            if (tags.size() == MOST || score < (tags.isEmpty() ? BEST : FURTHER)) {
                break;
            }
            tags.add(new TopicTag(Roots.code(root), vocabulary.name(Roots.code(root)), score, model));
        }
        return tags;
    }
}
