package news.dateline.chaos;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a run is made of.
 *
 * @param seed the same seed sends the same and has the same faults in the same order
 * @param articles how many articles are sent
 * @param least over how long they are spread, unless the line takes longer
 * @param most after how long no further article is begun
 * @param calm the longest pause between two faults
 * @param data folder of the line's data and logs
 */
public record ChaosSettings(long seed, int articles, Duration least, Duration most, Duration calm, Path data) {}
