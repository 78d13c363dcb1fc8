package news.dateline.enrich.topics.training;

import java.util.List;
import java.util.Random;
import news.dateline.enrich.topics.Roots;

/**
 * Multinomial logistic regression by AdaGrad (Duchi, Hazan, Singer, JMLR 12, 2011) with a falling step. A lesson with
 * a prior has the prior added to its margins while it is learned: the words need not explain what the source already
 * does, and so do not pick up a source's manner of writing as if it were a topic. One thread and a seeded order: the
 * same lessons give the same weights.
 */
final class LogisticTrainer {

    private static final int ROUNDS = 4;
    private static final double STEP = 0.5;
    private static final double BIAS_STEP = 0.1;
    private static final double DECAY = 1e-4;
    private static final float DAMPING = 0.01f;
    private static final double TOO_SMALL = 1e-4;
    private static final long SEED = 20261124;

    private final float[] weights;
    private final float[] squares;
    private final float[] bias = new float[Roots.COUNT];
    private final float[] biasSquares = new float[Roots.COUNT];

    LogisticTrainer(int rows) {
        weights = new float[rows * Roots.COUNT];
        squares = new float[rows * Roots.COUNT];
    }

    void learn(List<Lesson> lessons) {
        int[] order = new int[lessons.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            shuffle(order, random);
            double step = STEP * (1 - round / (double) ROUNDS);
            for (int index : order) {
                learn(lessons.get(index), step);
            }
        }
    }

    float[] weights() {
        return weights;
    }

    float[] bias() {
        return bias;
    }

    private void learn(Lesson lesson, double step) {
        double[] shares = shares(lesson);
        for (int c = 0; c < shares.length; c++) {
            double error = (shares[c] - (c == lesson.root() ? 1 : 0)) * lesson.weight();
            if (Math.abs(error) < TOO_SMALL) {
                continue;
            }
            if (lesson.styled()) {
                biasSquares[c] += (float) (error * error);
                bias[c] -= (float) (step * BIAS_STEP * error / Math.sqrt(biasSquares[c] + 1e-8));
            }
            adjust(lesson.vector(), c, error, step);
        }
    }

    private void adjust(SparseVector vector, int root, double error, double step) {
        int[] rows = vector.rows();
        for (int k = 0; k < rows.length; k++) {
            int at = rows[k] * Roots.COUNT + root;
            float gradient = (float) (error * vector.values()[k] + DECAY * weights[at]);
            squares[at] += gradient * gradient;
            weights[at] -= (float) (step * gradient / Math.sqrt(squares[at] + DAMPING));
        }
    }

    private double[] shares(Lesson lesson) {
        double[] margins = new double[Roots.COUNT];
        for (int c = 0; c < margins.length; c++) {
            margins[c] = lesson.styled() ? bias[c] : lesson.prior()[c];
        }
        int[] rows = lesson.vector().rows();
        for (int k = 0; k < rows.length; k++) {
            float value = lesson.vector().values()[k];
            int first = rows[k] * Roots.COUNT;
            for (int c = 0; c < margins.length; c++) {
                margins[c] += value * weights[first + c];
            }
        }
        return Roots.softmax(margins);
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
    }
}
