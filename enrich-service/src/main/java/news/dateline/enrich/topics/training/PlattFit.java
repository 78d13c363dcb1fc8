package news.dateline.enrich.topics.training;

import java.util.List;
import news.dateline.enrich.topics.Calibration;
import news.dateline.enrich.topics.Roots;

/**
 * Fits the logistic curve of each root on texts that the model was not trained with, by Newton's method on slope and
 * offset with a weak pull towards the identity (after Lin, Lin and Weng, "A note on Platt's probabilistic outputs",
 * 2007).
 */
final class PlattFit {

    private static final int ROUNDS = 30;
    private static final double PULL = 2;

    private PlattFit() {}

    /**
     * The calibration for these texts.
     *
     * @param shares for each text, the share of each root
     * @param roots for each text, where it belongs
     */
    static Calibration fit(List<double[]> shares, List<Integer> roots) {
        float[] slope = new float[Roots.COUNT];
        float[] offset = new float[Roots.COUNT];
        for (int c = 0; c < Roots.COUNT; c++) {
            double[] curve = curve(shares, roots, c);
            slope[c] = (float) Math.max(0.1, curve[0]);
            offset[c] = (float) curve[1];
        }
        return new Calibration(slope, offset);
    }

    private static double[] curve(List<double[]> shares, List<Integer> roots, int root) {
        double a = 1;
        double b = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double ga = PULL * (a - 1);
            double gb = PULL * b;
            double haa = PULL;
            double hab = 0;
            double hbb = PULL;
            for (int i = 0; i < shares.size(); i++) {
                double x = Calibration.logOdds(shares.get(i)[root]);
                double p = 1 / (1 + Math.exp(-a * x - b));
                double error = p - (roots.get(i) == root ? 1 : 0);
                double spread = p * (1 - p);
                ga += error * x;
                gb += error;
                haa += spread * x * x;
                hab += spread * x;
                hbb += spread;
            }
            double determinant = haa * hbb - hab * hab;
            a -= (hbb * ga - hab * gb) / determinant;
            b -= (haa * gb - hab * ga) / determinant;
        }
        return new double[] {a, b};
    }
}
