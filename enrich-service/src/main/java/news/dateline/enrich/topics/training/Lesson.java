package news.dateline.enrich.topics.training;

/**
 * One text to learn from.
 *
 * @param vector the text
 * @param root where it belongs
 * @param weight how much it counts
 * @param prior log-odds that its source alone gives each root; null if the text is read with its style
 */
@SuppressWarnings("ArrayRecordComponent") // shared between the lessons of a source; nobody compares two lessons
record Lesson(SparseVector vector, int root, double weight, double[] prior) {
    boolean styled() {
        return prior == null;
    }
}
