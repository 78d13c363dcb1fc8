package news.dateline.chaos;

/**
 * A version of an article as it was seen somewhere.
 *
 * @param number 1, 2, …
 * @param text number of its text, {@link Deed#KILLED} for a kill
 */
record Version(int number, int text) {}
