package news.dateline.enrich.topics.training;

/**
 * A text as the trainer sees it.
 *
 * @param rows rows of the dictionary, ascending
 * @param values their values; the vector is one long
 */
@SuppressWarnings("ArrayRecordComponent") // the trainer's inner loop reads them; nobody compares two vectors
record SparseVector(int[] rows, float[] values) {}
