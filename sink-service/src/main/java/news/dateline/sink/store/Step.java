package news.dateline.sink.store;

/**
 * How a batch moves one partition's offset.
 *
 * @param from next offset as this reader knows it to be stored
 * @param to next offset once the batch is stored
 */
public record Step(long from, long to) {}
