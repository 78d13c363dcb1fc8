package news.dateline.enrich.topics;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Makes a root's share of a text into a score that can be read as the chance that an editor would file the text
 * there, by a logistic curve for each root (J. Platt, "Probabilistic Outputs for Support Vector Machines", 1999,
 * applied to log-odds).
 *
 * @param slope steepness for each root, in the order of {@link Roots}; never negative
 * @param offset shift for each root, in log-odds
 */
@SuppressWarnings("ArrayRecordComponent") // read on a hot path; nobody compares two calibrations
public record Calibration(float[] slope, float[] offset) {

    private static final double SMALLEST = 1e-6;

    public Calibration {
        slope = slope.clone();
        offset = offset.clone();
    }

    /** The calibration that leaves shares as they are. */
    public static Calibration none() {
        float[] ones = new float[Roots.COUNT];
        Arrays.fill(ones, 1);
        return new Calibration(ones, new float[Roots.COUNT]);
    }

    /** The score, 0 to 1, of a root with this share. */
    public double score(int root, double share) {
        return 1 / (1 + Math.exp(-slope[root] * logOdds(share) - offset[root]));
    }

    /** The roots by score, best first; equals in the order of their codes. */
    public int[] ranking(double[] shares) {
        double[] scores = new double[shares.length];
        Integer[] order = new Integer[shares.length];
        for (int root = 0; root < shares.length; root++) {
            scores[root] = score(root, shares[root]);
            order[root] = root;
        }
        Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** Log-odds of a share, kept finite. */
    public static double logOdds(double share) {
        double inside = Math.min(1 - SMALLEST, Math.max(SMALLEST, share));
        return Math.log(inside / (1 - inside));
    }

    static Calibration read(ByteBuffer in) {
        float[] slope = new float[Roots.COUNT];
        float[] offset = new float[Roots.COUNT];
        for (int c = 0; c < Roots.COUNT; c++) {
            slope[c] = in.getFloat();
            offset[c] = in.getFloat();
        }
        return new Calibration(slope, offset);
    }

    void write(DataOutput out) throws IOException {
        for (int c = 0; c < Roots.COUNT; c++) {
            out.writeFloat(slope[c]);
            out.writeFloat(offset[c]);
        }
    }
}
