package news.dateline.enrich.topics.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.dateline.enrich.topics.Calibration;
import news.dateline.enrich.topics.FeatureTable;
import news.dateline.enrich.topics.Roots;
import news.dateline.enrich.topics.TextFeatures;
import news.dateline.enrich.topics.TopicModel;

/**
 * Trains a model from labelled texts. Every news text is learned twice: once with its style, as a short text that
 * stands alone, and once by its words only, as a passage of some article whose source is not known. Descriptions are
 * learned the second way.
 */
final class TopicTrainer {

    /** How far rare roots are raised: 0 leaves them as they are, 1 makes all roots equal. */
    private static final double BALANCE = 0.3;
    /** How much of a source's own leaning the words need not explain. */
    private static final double PRIOR_WEIGHT = 0.8;

    private static final double PRIOR_FLOOR = 0.002;
    private static final int DESCRIPTION_REPEATS = 2;

    private static final int MOST_FEATURES = 650_000;

    private TopicTrainer() {}

    /** A model without calibration; the same texts in the same order give the same model. */
    static TopicModel train(List<LabelledText> news, List<LabelledText> descriptions) {
        List<LabelledText> plain = new ArrayList<>(news);
        for (LabelledText description : descriptions) {
            int repeats = description.source().equals(TrainingData.TERMS) ? DESCRIPTION_REPEATS : 1;
            for (int i = 0; i < repeats; i++) {
                plain.add(description);
            }
        }
        List<int[]> keys = new ArrayList<>();
        news.forEach(text -> keys.add(TextFeatures.styled(text.text())));
        plain.forEach(text -> keys.add(TextFeatures.plain(text.text())));
        int[] roots = Stream.concat(news.stream(), plain.stream())
                .mapToInt(LabelledText::root)
                .toArray();
        Dictionary dictionary = Dictionary.of(keys).telling(keys, roots);
        LogisticTrainer trainer = new LogisticTrainer(dictionary.size());
        trainer.learn(lessons(news, plain, keys, dictionary));
        FeatureTable table = Pruning.table(dictionary, trainer.weights(), MOST_FEATURES);
        return TopicModel.of(table, trainer.bias(), Calibration.none(), Calibration.none());
    }

    private static List<Lesson> lessons(
            List<LabelledText> news, List<LabelledText> plain, List<int[]> keys, Dictionary dictionary) {
        double[] weights = rootWeights(plain);
        Map<String, double[]> priors = priors(plain);
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < news.size(); i++) {
            int root = news.get(i).root();
            lessons.add(new Lesson(dictionary.vector(keys.get(i)), root, weights[root], null));
        }
        for (int i = 0; i < plain.size(); i++) {
            LabelledText text = plain.get(i);
            SparseVector vector = dictionary.vector(keys.get(news.size() + i));
            lessons.add(new Lesson(vector, text.root(), weights[text.root()], priors.get(text.source())));
        }
        return lessons;
    }

    private static double[] rootWeights(List<LabelledText> texts) {
        double[] counts = new double[Roots.COUNT];
        texts.forEach(text -> counts[text.root()]++);
        double[] weights = new double[Roots.COUNT];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = Math.pow(texts.size() / (Roots.COUNT * Math.max(1, counts[c])), BALANCE);
        }
        return weights;
    }

    private static Map<String, double[]> priors(List<LabelledText> texts) {
        Map<String, double[]> counts = new TreeMap<>();
        texts.forEach(text -> counts.computeIfAbsent(text.source(), s -> new double[Roots.COUNT])[text.root()]++);
        Map<String, double[]> priors = new HashMap<>();
        counts.forEach((source, count) -> {
            double total = Arrays.stream(count).sum();
            priors.put(
                    source,
                    Arrays.stream(count)
                            .map(n -> PRIOR_WEIGHT * Math.log(n / total + PRIOR_FLOOR))
                            .toArray());
        });
        return priors;
    }
}
