package news.dateline.enrich.topics.training;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import news.dateline.enrich.topics.Calibration;
import news.dateline.enrich.topics.Roots;
import news.dateline.enrich.topics.TextFeatures;
import news.dateline.enrich.topics.TopicModel;

/**
 * Trains the topic model: {@code TrainTopicModel DATADIR OUTFILE}. A fifth of the stories is set apart to fit the calibration
 * and to print honest figures; the model that is written then learns from all stories. Training twice gives the same bytes.
 */
public final class TrainTopicModel {

    private static final int APART = 1;
    /** One curve for all roots, fitted by hand on full articles: a root with a fifth of an article is worth a tag. */
    private static final float ARTICLE_SLOPE = 1.2f;

    private static final float ARTICLE_OFFSET = 1.4f;

    private TrainTopicModel() {}

    /** Runs the program. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("Usage: TrainTopicModel DATADIR OUTFILE");
        }
        Path data = Path.of(args[0]);
        List<LabelledText> news = TrainingData.texts(data);
        List<LabelledText> descriptions = new ArrayList<>(TrainingData.definitions(data));
        descriptions.addAll(TrainingData.terms());
        RootFigures figures = new RootFigures();
        TopicModel model = train(news, descriptions, figures);
        try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
            model.write(out);
        }
        System.out.println("Set apart, " + figures.summary());
        System.out.println(figures.matrix());
        System.out.println("Written: " + model.features() + " features, version " + model.version() + ", "
                + Files.size(Path.of(args[1])) + " bytes");
    }

    /** Trains and calibrates; counts the texts set apart in the figures. */
    static TopicModel train(List<LabelledText> news, List<LabelledText> descriptions, RootFigures figures) {
        List<LabelledText> most = new ArrayList<>();
        List<LabelledText> apart = new ArrayList<>();
        for (LabelledText text : news) {
            (StoryKeys.fifth(text.story()) == APART ? apart : most).add(text);
        }
        TopicModel trial = TopicTrainer.train(most, descriptions);
        List<double[]> shares = new ArrayList<>();
        List<Integer> roots = new ArrayList<>();
        for (LabelledText text : apart) {
            double[] share = trial.shares(TextFeatures.styled(text.text()), true);
            if (share != null) {
                shares.add(share);
                roots.add(text.root());
            }
        }
        Calibration shortTexts = PlattFit.fit(shares, roots);
        for (int i = 0; i < shares.size(); i++) {
            figures.add(roots.get(i), shortTexts.ranking(shares.get(i)));
        }
        return TopicTrainer.train(news, descriptions).calibrated(shortTexts, articles());
    }

    private static Calibration articles() {
        float[] slope = new float[Roots.COUNT];
        float[] offset = new float[Roots.COUNT];
        Arrays.fill(slope, ARTICLE_SLOPE);
        Arrays.fill(offset, ARTICLE_OFFSET);
        return new Calibration(slope, offset);
    }
}
