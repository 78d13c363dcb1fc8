package news.dateline.enrich.topics;

/**
 * What the classifier made of a text.
 *
 * @param shares how the roots share it, in the order of {@link Roots}; null if the model knows none of its words
 * @param calibration makes a share into a score
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
record Reading(double[] shares, Calibration calibration) {
    boolean isEmpty() {
        return shares == null;
    }

    double score(int root) {
        return calibration.score(root, shares[root]);
    }

    int[] ranking() {
        return isEmpty() ? new int[0] : calibration.ranking(shares);
    }
}
