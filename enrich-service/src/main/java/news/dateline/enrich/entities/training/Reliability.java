package news.dateline.enrich.entities.training;

/** What scores are worth: the share of right names by the score they got. Mutable, one thread. */
final class Reliability {

    private static final double[] FROM = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99};

    private final int[] names = new int[FROM.length];
    private final int[] right = new int[FROM.length];

    void add(double score, boolean isRight) {
        int bin = FROM.length - 1;
        while (bin > 0 && score < FROM[bin]) {
            bin--;
        }
        names[bin]++;
        right[bin] += isRight ? 1 : 0;
    }

    /** For each range that has names: its lower end, the share of right ones, and their number. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        for (int bin = 0; bin < FROM.length; bin++) {
            if (names[bin] > 0) {
                line.append("  %.2f: %.3f (%d)".formatted(FROM[bin], (double) right[bin] / names[bin], names[bin]));
            }
        }
        return line.toString();
    }
}
