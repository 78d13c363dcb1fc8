package news.dateline.enrich.entities.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import news.dateline.enrich.entities.FeatureTemplates;
import news.dateline.enrich.entities.Labels;
import news.dateline.enrich.entities.Lattice;
import news.dateline.enrich.entities.Lexicon;
import news.dateline.enrich.entities.Tokens;
import news.dateline.enrich.entities.Transitions;
import news.dateline.enrich.entities.Words;

/**
 * Trains a linear-chain CRF sentence by sentence with AdaGrad (Duchi, Hazan and Singer, 2011). Half of the features
 * of each token are dropped at each visit (Srivastava et al., 2014) and every fourth or fifth word is hidden, so
 * that no single clue is relied upon. The weights are the mean of those at the ends of the last epochs. One thread;
 * the same seed and data give the same weights.
 */
final class CrfTrainer {

    private static final int LABELS = Labels.COUNT;
    private static final float NEGLIGIBLE = 0.002f;

    private final TrainingPlan plan;
    private final Lexicon lexicon;
    private final Words words = new Words();
    private final FeatureTemplates templates;
    private final Lattice lattice = new Lattice(StrictMath::exp);
    private final float[] weights;
    private final float[] squares;
    private final float[] steps = new float[Transitions.size()];
    private final float[] stepSquares = new float[Transitions.size()];
    private final float[] gradient = new float[LABELS];
    private int[] features = new int[0];
    private int[] counts = new int[0];

    CrfTrainer(TrainingPlan plan, Lexicon lexicon) {
        this.plan = plan;
        this.lexicon = lexicon;
        this.templates = new FeatureTemplates(words, plan.bits());
        this.weights = new float[LABELS << plan.bits()];
        this.squares = new float[LABELS << plan.bits()];
    }

    /** What training gives: feature weights, {@link Labels#COUNT} a feature, and label transitions. */
    static final class Result {

        private final float[] weights;
        private final float[] steps;

        private Result(float[] weights, float[] steps) {
            this.weights = weights;
            this.steps = steps;
        }

        float[] weights() {
            return weights;
        }

        float[] steps() {
            return steps;
        }

        /** Adds a part of another result to this one. */
        Result mix(Result other, float part) {
            mix(weights, other.weights, part);
            mix(steps, other.steps, part);
            return this;
        }

        private static void mix(float[] mine, float[] others, float part) {
            for (int i = 0; i < mine.length; i++) {
                mine[i] += part * (others[i] - mine[i]);
            }
        }
    }

    /** Trains on sentences in an order drawn anew for each epoch; {@code log} hears of the end of each. */
    Result train(List<Sentence> sentences, Augmenter augmenter, Consumer<String> log) {
        SplittableRandom random = new SplittableRandom(plan.seed());
        int[] order = new int[sentences.size()];
        Arrays.setAll(order, i -> i);
        float[] mean = new float[weights.length];
        float[] meanSteps = new float[steps.length];
        for (int epoch = 0; epoch < plan.epochs(); epoch++) {
            shuffle(order, random);
            double loss = 0;
            for (int index : order) {
                loss += visit(augmenter.vary(sentences.get(index), random), random);
            }
            log.accept("epoch %d: loss %.4f a sentence".formatted(epoch + 1, loss / order.length));
            if (epoch >= plan.epochs() - plan.averaged()) {
                add(mean, weights);
                add(meanSteps, steps);
            }
        }
        return new Result(mean, meanSteps);
    }

    private void add(float[] mean, float[] now) {
        for (int i = 0; i < mean.length; i++) {
            mean[i] += now[i] / plan.averaged();
        }
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private double visit(Sentence sentence, SplittableRandom random) {
        Tokens tokens = Tokens.ofWords(sentence.words());
        int length = tokens.size();
        int[] gold = sentence.labels();
        words.fill(tokens, 0, length, lexicon);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(1000) < plan.hiddenWords()) {
                words.hide(i);
            }
        }
        if (features.length < length * FeatureTemplates.MOST) {
            features = new int[length * FeatureTemplates.MOST * 2];
            counts = new int[length * 2];
        }
        lattice.begin(length);
        for (int i = 0; i < length; i++) {
            int offset = i * FeatureTemplates.MOST;
            counts[i] = thin(offset, templates.extract(i, features, offset), random);
            score(offset, counts[i], lattice.emissions(), i * LABELS);
        }
        loadSteps();
        lattice.sum();
        double loss = 0;
        for (int i = 0; i < length; i++) {
            loss -= StrictMath.log(Math.max(1e-9, lattice.marginal(i, gold[i])));
            update(i, gold[i]);
        }
        updateSteps(gold, length);
        return loss;
    }

    /** Drops features at random; the first, which every token has, stays. */
    private int thin(int offset, int count, SplittableRandom random) {
        int kept = 1;
        long coins = 0;
        for (int k = 1; k < count; k++) {
            if (k % 64 == 1) {
                coins = random.nextLong();
            }
            if ((coins >>> k % 64 & 1) != 0) {
                features[offset + kept++] = features[offset + k];
            }
        }
        return kept;
    }

    private void score(int offset, int count, float[] out, int at) {
        for (int k = offset; k < offset + count; k++) {
            int row = features[k] * LABELS;
            for (int label = 0; label < LABELS; label++) {
                out[at + label] += weights[row + label];
            }
        }
        for (int label = 0; label < LABELS; label++) {
            out[at + label] *= 2;
        }
    }

    private void update(int token, int gold) {
        float largest = 0;
        for (int label = 0; label < LABELS; label++) {
            gradient[label] = (label == gold ? 1 : 0) - (float) lattice.marginal(token, label);
            largest = Math.max(largest, Math.abs(gradient[label]));
        }
        if (largest < NEGLIGIBLE) {
            return;
        }
        int offset = token * FeatureTemplates.MOST;
        for (int k = offset; k < offset + counts[token]; k++) {
            int row = features[k] * LABELS;
            for (int label = 0; label < LABELS; label++) {
                float g = gradient[label];
                float square = squares[row + label] + g * g;
                squares[row + label] = square;
                weights[row + label] += plan.rate() * g / (float) Math.sqrt(square + 1e-6f);
            }
        }
    }

    private void loadSteps() {
        for (int from = 0; from <= LABELS; from++) {
            for (int to = 0; to <= LABELS; to++) {
                lattice.set(from, to, steps[Transitions.index(from, to)]);
            }
        }
    }

    private void updateSteps(int[] gold, int length) {
        float[] slope = new float[steps.length];
        for (int label = 0; label < LABELS; label++) {
            slope[Transitions.index(LABELS, label)] -= (float) lattice.marginal(0, label);
            slope[Transitions.index(label, LABELS)] -= (float) lattice.marginal(length - 1, label);
        }
        slope[Transitions.index(LABELS, gold[0])] += 1;
        slope[Transitions.index(gold[length - 1], LABELS)] += 1;
        for (int t = 1; t < length; t++) {
            for (int from = 0; from < LABELS; from++) {
                for (int to = 0; to < LABELS; to++) {
                    if (Transitions.allowed(from, to)) {
                        slope[Transitions.index(from, to)] -= (float) lattice.pair(t, from, to);
                    }
                }
            }
            slope[Transitions.index(gold[t - 1], gold[t])] += 1;
        }
        for (int i = 0; i < slope.length; i++) {
            stepSquares[i] += slope[i] * slope[i];
            steps[i] += plan.rate() * slope[i] / (float) Math.sqrt(stepSquares[i] + 1e-6f);
        }
    }
}
