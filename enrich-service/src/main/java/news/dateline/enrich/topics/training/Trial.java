package news.dateline.enrich.topics.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import news.dateline.enrich.topics.Calibration;
import news.dateline.enrich.topics.Roots;
import news.dateline.enrich.topics.TextFeatures;
import news.dateline.enrich.topics.TopicModel;

/**
 * A model trained without one fifth of the stories, what it makes of them, and the calibration for short texts that
 * follows. For the figures, each half of the fifth is calibrated by the other.
 *
 * @param model the model that has not seen the stories set apart, calibrated
 * @param apart the texts set apart
 * @param shortTexts calibration fitted on them
 * @param figures counts over them
 */
record Trial(TopicModel model, List<LabelledText> apart, Calibration shortTexts, RootFigures figures) {

    /**
     * The curve for full articles, one for all roots, fitted on 133 articles that were labelled by hand with every
     * root they have (docs/reference/quality-topics.md): a root with a fifth of an article is as often right as
     * wrong.
     */
    private static final float ARTICLE_SLOPE = 2.0f;

    private static final float ARTICLE_OFFSET = 2.8f;

    /** Sets one fifth of the stories apart, 0 to 4 by their key, and trains on the others. */
    static Trial run(List<LabelledText> news, List<LabelledText> descriptions, int fifth) {
        List<LabelledText> most = new ArrayList<>();
        List<LabelledText> apart = new ArrayList<>();
        for (LabelledText text : news) {
            (StoryKeys.fifth(text.story()) == fifth ? apart : most).add(text);
        }
        TopicModel model = TopicTrainer.train(most, descriptions);
        Fold even = new Fold();
        Fold odd = new Fold();
        Fold both = new Fold();
        for (LabelledText text : apart) {
            double[] shares = model.shares(TextFeatures.styled(text.text()), true);
            if (shares != null) {
                (text.story().hashCode() % 2 == 0 ? even : odd).add(shares, text.root());
                both.add(shares, text.root());
            }
        }
        RootFigures figures = new RootFigures();
        even.count(odd.fit(), figures);
        odd.count(even.fit(), figures);
        Calibration shortTexts = both.fit();
        return new Trial(model.calibrated(shortTexts, articles()), List.copyOf(apart), shortTexts, figures);
    }

    static Calibration articles() {
        float[] slope = new float[Roots.COUNT];
        float[] offset = new float[Roots.COUNT];
        Arrays.fill(slope, ARTICLE_SLOPE);
        Arrays.fill(offset, ARTICLE_OFFSET);
        return new Calibration(slope, offset);
    }

    /** Texts with what the model made of them. */
    private static final class Fold {
        private final List<double[]> shares = new ArrayList<>();
        private final List<Integer> roots = new ArrayList<>();

        void add(double[] share, int root) {
            shares.add(share);
            roots.add(root);
        }

        Calibration fit() {
            return PlattFit.fit(shares, roots);
        }

        void count(Calibration calibration, RootFigures figures) {
            for (int i = 0; i < shares.size(); i++) {
                figures.add(roots.get(i), calibration.ranking(shares.get(i)));
            }
        }
    }
}
