package news.dateline.enrich.topics.training;

import java.util.Arrays;
import java.util.List;
import news.dateline.enrich.topics.FeatureTable;
import news.dateline.enrich.topics.Roots;
import news.dateline.enrich.topics.TextFeatures;

/**
 * The feature keys that get weights, in ascending order, each with its rarity: the inverse document frequency, less
 * for pieces of words. Keys met too seldom are left out.
 */
final class Dictionary {

    private static final int SELDOM_WORD = 2;
    private static final int SELDOM_PAIR = 2;
    private static final int SELDOM_PIECE = 8;
    private static final float PIECE_WEIGHT = 0.4f;
    private static final double TELLING = 0.8;
    private static final double SMOOTHING = 2;

    private final int[] keys;
    private final float[] rarities;

    private Dictionary(int[] keys, float[] rarities) {
        this.keys = keys;
        this.rarities = rarities;
    }

    /** Counts the keys of texts; a key counts once a text. */
    static Dictionary of(List<int[]> texts) {
        int total = 0;
        for (int[] text : texts) {
            total += text.length;
        }
        int[] all = new int[total];
        int size = 0;
        for (int[] text : texts) {
            int[] sorted = text.clone();
            Arrays.sort(sorted);
            for (int i = 0; i < sorted.length; i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) {
                    all[size++] = sorted[i];
                }
            }
        }
        Arrays.sort(all, 0, size);
        return ofSorted(all, size, texts.size());
    }

    private static Dictionary ofSorted(int[] all, int size, int texts) {
        int[] keys = new int[size];
        float[] rarities = new float[size];
        int kept = 0;
        for (int at = 0; at < size; ) {
            int end = at + 1;
            while (end < size && all[end] == all[at]) {
                end++;
            }
            boolean piece = TextFeatures.isPiece(all[at]);
            if (end - at >= seldom(all[at])) {
                keys[kept] = all[at];
                rarities[kept++] =
                        FeatureTable.roundRarity((piece ? PIECE_WEIGHT : 1) * Math.log((texts + 1.0) / (end - at)));
            }
            at = end;
        }
        return new Dictionary(Arrays.copyOf(keys, kept), Arrays.copyOf(rarities, kept));
    }

    /** How often a key must be met to be kept: every news text is counted twice, plain and with its style. */
    private static int seldom(int key) {
        if (TextFeatures.isPiece(key)) {
            return SELDOM_PIECE;
        }
        return TextFeatures.isPair(key) ? SELDOM_PAIR : SELDOM_WORD;
    }

    /**
     * The same keys, those raised that tell roots apart and those lowered that do not: a rarity is multiplied by a
     * mean of one and the square root of the key's information on the root, in nats (after Debole and Sebastiani, "Supervised term weighting for automated text categorization", 2003).
     *
     * @param roots the root that each text is filed under
     */
    Dictionary telling(List<int[]> texts, int[] roots) {
        float[] counts = new float[keys.length * Roots.COUNT];
        double[] usual = new double[Roots.COUNT];
        double all = 0;
        for (int i = 0; i < roots.length; i++) {
            for (int row : vector(texts.get(i)).rows()) {
                counts[row * Roots.COUNT + roots[i]]++;
                usual[roots[i]]++;
                all++;
            }
        }
        for (int c = 0; c < Roots.COUNT; c++) {
            usual[c] /= all;
        }
        float[] weighed = new float[keys.length];
        for (int row = 0; row < keys.length; row++) {
            double information = information(counts, row, usual);
            weighed[row] = FeatureTable.roundRarity(
                    rarities[row] * (1 - TELLING + TELLING * StrictMath.sqrt(Math.max(0, information))));
        }
        return new Dictionary(keys, weighed);
    }

    /** How far the roots of texts with a key are from the usual ones (Kullback and Leibler), smoothed towards these. */
    private static double information(float[] counts, int row, double[] usual) {
        double sum = SMOOTHING;
        for (int c = 0; c < Roots.COUNT; c++) {
            sum += counts[row * Roots.COUNT + c];
        }
        double information = 0;
        for (int c = 0; c < Roots.COUNT; c++) {
            if (usual[c] > 0) {
                double share = (counts[row * Roots.COUNT + c] + SMOOTHING * usual[c]) / sum;
                information += share * StrictMath.log(share / usual[c]);
            }
        }
        return information;
    }

    int size() {
        return keys.length;
    }

    int[] keys() {
        return keys;
    }

    float[] rarities() {
        return rarities;
    }

    /** The vector of a text. */
    SparseVector vector(int[] text) {
        int[] rows = new int[text.length];
        int known = 0;
        for (int key : text) {
            int row = Arrays.binarySearch(keys, key);
            if (row >= 0) {
                rows[known++] = row;
            }
        }
        Arrays.sort(rows, 0, known);
        float[] values = new float[known];
        double squares = 0;
        int size = 0;
        for (int at = 0; at < known; ) {
            int end = at + 1;
            while (end < known && rows[end] == rows[at]) {
                end++;
            }
            float value = rarities[rows[at]] * (float) (1 + Math.log(end - at));
            squares += value * value;
            rows[size] = rows[at];
            values[size++] = value;
            at = end;
        }
        float norm = (float) (1 / Math.sqrt(Math.max(squares, 1e-12)));
        for (int i = 0; i < size; i++) {
            values[i] *= norm;
        }
        return new SparseVector(Arrays.copyOf(rows, size), Arrays.copyOf(values, size));
    }
}
