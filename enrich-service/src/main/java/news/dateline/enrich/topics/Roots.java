package news.dateline.enrich.topics;

import java.util.Locale;

/**
 * The 17 roots of IPTC Media Topics in the order of their codes; a root's index is its code's first two digits less
 * one.
 */
public final class Roots {

    /** How many roots there are. */
    public static final int COUNT = 17;

    private Roots() {}

    /** The root's code, {@code medtop:01000000} and so on. */
    public static String code(int index) {
        return String.format(Locale.ROOT, "medtop:%02d000000", index + 1);
    }

    /**
     * The index of a root's code.
     *
     * @param code eight digits, with or without {@code medtop:}
     * @throws IllegalArgumentException if that is the code of no root
     */
    public static int index(String code) {
        String digits = code.startsWith("medtop:") ? code.substring("medtop:".length()) : code;
        if (digits.length() == 8 && digits.endsWith("000000")) {
            int root = (digits.charAt(0) - '0') * 10 + digits.charAt(1) - '0';
            if (root >= 1 && root <= COUNT) {
                return root - 1;
            }
        }
        throw new IllegalArgumentException("No root of Media Topics has the code '" + code + "'.");
    }

    /** Margins as shares that add up to one. */
    public static double[] softmax(double[] margins) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double margin : margins) {
            highest = Math.max(highest, margin);
        }
        double sum = 0;
        double[] shares = new double[margins.length];
        for (int c = 0; c < margins.length; c++) {
            shares[c] = Math.exp(margins[c] - highest);
            sum += shares[c];
        }
        for (int c = 0; c < margins.length; c++) {
            shares[c] /= sum;
        }
        return shares;
    }
}
