package news.dateline.enrich.entities;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Inference in a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001): the best label
 * sequence by Viterbi and probabilities by the scaled forward–backward algorithm. Scratch space for one sentence
 * after another; belongs to one thread.
 */
public final class Lattice {

    private static final int LABELS = Labels.COUNT;
    private static final int[][] BEFORE = neighbours(true);
    private static final int[][] BEHIND = neighbours(false);

    private final float[] step = new float[Transitions.size()];
    private final double[] expStep = new double[Transitions.size()];
    private final DoubleUnaryOperator exp;
    private int size;
    private float[] emissions = new float[0];
    private double[] potentials = new double[0];
    private double[] alpha = new double[0];
    private double[] beta = new double[0];
    private double[] scale = new double[0];
    private float[] best = new float[0];
    private byte[] back = new byte[0];

    private static int[][] neighbours(boolean before) {
        int[][] lists = new int[LABELS][];
        for (int label = 0; label < LABELS; label++) {
            int fixed = label;
            lists[label] = IntStream.range(0, LABELS)
                    .filter(other -> before ? Transitions.allowed(other, fixed) : Transitions.allowed(fixed, other))
                    .toArray();
        }
        return lists;
    }

    /**
     * @param exp the exponential function: training takes the strict one, which is the same everywhere, reading the
     * fast one
     */
    public Lattice(DoubleUnaryOperator exp) {
        this.exp = exp;
    }

    /**
     * Starts a sentence; its emission scores are to be written to {@link #emissions()}, {@link Labels#COUNT} a
     * token.
     */
    public void begin(int tokens) {
        size = tokens;
        if (emissions.length < tokens * LABELS) {
            int room = Math.max(tokens, 64) * 2 * LABELS;
            emissions = new float[room];
            potentials = new double[room];
            alpha = new double[room];
            beta = new double[room];
            scale = new double[room / LABELS];
            best = new float[room];
            back = new byte[room];
        }
        Arrays.fill(emissions, 0, tokens * LABELS, 0);
    }

    public float[] emissions() {
        return emissions;
    }

    /** Takes over the scores of label pairs. */
    public void transitions(Transitions transitions) {
        for (int from = 0; from <= LABELS; from++) {
            for (int to = 0; to <= LABELS; to++) {
                set(from, to, transitions.score(from, to), transitions.factor(from, to));
            }
        }
    }

    /** Sets the score of one pair of labels. */
    public void set(int from, int to, float score) {
        set(from, to, score, exp.applyAsDouble(score));
    }

    private void set(int from, int to, float score, double factor) {
        int index = Transitions.index(from, to);
        boolean allowed = Transitions.allowed(from, to);
        step[index] = allowed ? score : Float.NEGATIVE_INFINITY;
        expStep[index] = allowed ? factor : 0;
    }

    /** The most probable labels, written to {@code labels[0 .. size)}. */
    public void viterbi(int[] labels) {
        for (int label = 0; label < LABELS; label++) {
            best[label] = emissions[label] + step[Transitions.index(Transitions.EDGE, label)];
        }
        for (int t = 1; t < size; t++) {
            int row = t * LABELS;
            for (int label = 0; label < LABELS; label++) {
                float top = Float.NEGATIVE_INFINITY;
                int from = 0;
                for (int other : BEFORE[label]) {
                    float score = best[row - LABELS + other] + step[Transitions.index(other, label)];
                    if (score > top) {
                        top = score;
                        from = other;
                    }
                }
                best[row + label] = top + emissions[row + label];
                back[row + label] = (byte) from;
            }
        }
        float top = Float.NEGATIVE_INFINITY;
        int last = 0;
        for (int label = 0; label < LABELS; label++) {
            float score = best[(size - 1) * LABELS + label] + step[Transitions.index(label, Transitions.EDGE)];
            if (score > top) {
                top = score;
                last = label;
            }
        }
        for (int t = size - 1; t >= 0; t--) {
            labels[t] = last;
            last = back[t * LABELS + last];
        }
    }

    /** Runs forward–backward; must precede the probabilities. */
    public void sum() {
        for (int t = 0; t < size; t++) {
            int row = t * LABELS;
            float top = emissions[row];
            for (int label = 1; label < LABELS; label++) {
                top = Math.max(top, emissions[row + label]);
            }
            for (int label = 0; label < LABELS; label++) {
                potentials[row + label] = exp.applyAsDouble(emissions[row + label] - top);
            }
        }
        forward();
        backward();
    }

    private void forward() {
        for (int t = 0; t < size; t++) {
            int row = t * LABELS;
            double total = 0;
            for (int label = 0; label < LABELS; label++) {
                double sum = 0;
                if (t == 0) {
                    sum = expStep[Transitions.index(Transitions.EDGE, label)];
                } else {
                    for (int other : BEFORE[label]) {
                        sum += alpha[row - LABELS + other] * expStep[Transitions.index(other, label)];
                    }
                }
                sum *= potentials[row + label];
                alpha[row + label] = sum;
                total += sum;
            }
            scale[t] = total;
            for (int label = 0; label < LABELS; label++) {
                alpha[row + label] /= total;
            }
        }
    }

    private void backward() {
        int end = (size - 1) * LABELS;
        double total = 0;
        for (int label = 0; label < LABELS; label++) {
            beta[end + label] = expStep[Transitions.index(label, Transitions.EDGE)];
            total += alpha[end + label] * beta[end + label];
        }
        for (int label = 0; label < LABELS; label++) {
            beta[end + label] /= total;
        }
        for (int t = size - 2; t >= 0; t--) {
            int row = t * LABELS;
            for (int label = 0; label < LABELS; label++) {
                double sum = 0;
                for (int other : BEHIND[label]) {
                    sum += expStep[Transitions.index(label, other)]
                            * potentials[row + LABELS + other]
                            * beta[row + LABELS + other];
                }
                beta[row + label] = sum / scale[t + 1];
            }
        }
    }

    /** Probability of a label at a token. */
    public double marginal(int token, int label) {
        return alpha[token * LABELS + label] * beta[token * LABELS + label];
    }

    /** Probability of a pair of labels at {@code token - 1} and {@code token}. */
    public double pair(int token, int first, int second) {
        int row = token * LABELS;
        return alpha[row - LABELS + first]
                * expStep[Transitions.index(first, second)]
                * potentials[row + second]
                * beta[row + second]
                / scale[token];
    }

    /** Probability that the tokens from {@code start} to {@code end} (exclusive) are one name of the type. */
    public double span(int start, int end, NameType type) {
        if (end - start == 1) {
            return marginal(start, Labels.unit(type));
        }
        int label = Labels.begin(type);
        double probability = alpha[start * LABELS + label];
        for (int t = start + 1; t < end; t++) {
            int next = t == end - 1 ? Labels.last(type) : Labels.inside(type);
            probability *= expStep[Transitions.index(label, next)] * potentials[t * LABELS + next] / scale[t];
            label = next;
        }
        return probability * beta[(end - 1) * LABELS + label];
    }
}
