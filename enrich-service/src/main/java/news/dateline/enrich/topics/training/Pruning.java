package news.dateline.enrich.topics.training;

import java.util.Arrays;
import news.dateline.enrich.topics.FeatureTable;
import news.dateline.enrich.topics.Roots;

/**
 * Keeps the features that can move a text most: those whose weights, times their rarity, differ most between two
 * roots.
 */
final class Pruning {

    private Pruning() {}

    /** The table of the features that matter most, at most this many. */
    static FeatureTable table(Dictionary dictionary, float[] weights, int most) {
        int size = dictionary.size();
        float[] reach = new float[size];
        for (int row = 0; row < size; row++) {
            reach[row] = dictionary.rarities()[row] * spread(weights, row);
        }
        float[] sorted = reach.clone();
        Arrays.sort(sorted);
        float least = size > most ? sorted[size - most] : 0;
        int[] keys = new int[size];
        float[] rarities = new float[size];
        float[] kept = new float[size * Roots.COUNT];
        int rows = 0;
        for (int row = 0; row < size; row++) {
            if (reach[row] >= least) {
                keys[rows] = dictionary.keys()[row];
                rarities[rows] = dictionary.rarities()[row];
                System.arraycopy(weights, row * Roots.COUNT, kept, rows * Roots.COUNT, Roots.COUNT);
                rows++;
            }
        }
        return new FeatureTable(
                Arrays.copyOf(keys, rows), Arrays.copyOf(rarities, rows), Arrays.copyOf(kept, rows * Roots.COUNT));
    }

    private static float spread(float[] weights, int row) {
        float least = Float.POSITIVE_INFINITY;
        float largest = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < Roots.COUNT; c++) {
            least = Math.min(least, weights[row * Roots.COUNT + c]);
            largest = Math.max(largest, weights[row * Roots.COUNT + c]);
        }
        return largest - least;
    }
}
