package news.dateline.enrich.entities;

/**
 * Scores of one label following another in a linear chain. Row {@link Labels#COUNT} holds the scores at the start
 * of a sentence, column {@link Labels#COUNT} those at its end. Forbidden pairs are not stored. Immutable,
 * thread-safe.
 */
public final class Transitions {

    static final int EDGE = Labels.COUNT;
    private static final int WIDTH = Labels.COUNT + 1;

    private final float[] scores;
    private final double[] factors;

    /** @param scores (COUNT + 1) × (COUNT + 1) numbers, row by row */
    public Transitions(float[] scores) {
        this.scores = scores.clone();
        this.factors = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            factors[i] = StrictMath.exp(scores[i]);
        }
    }

    public static int size() {
        return WIDTH * WIDTH;
    }

    public static int index(int first, int second) {
        return first * WIDTH + second;
    }

    /** True if the pair may occur; the edge of the sentence counts as {@link Labels#OUTSIDE}. */
    public static boolean allowed(int first, int second) {
        return Labels.follows(first == EDGE ? Labels.OUTSIDE : first, second == EDGE ? Labels.OUTSIDE : second);
    }

    float score(int first, int second) {
        return scores[index(first, second)];
    }

    /** The exponential of the score. */
    double factor(int first, int second) {
        return factors[index(first, second)];
    }
}
