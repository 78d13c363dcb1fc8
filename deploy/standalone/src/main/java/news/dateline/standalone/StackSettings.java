package news.dateline.standalone;

import java.nio.file.Path;

/**
 * What the stack in one JVM is started with. A port of 0 is any free one.
 *
 * @param data folder of everything that the stack keeps
 * @param durable whether the database waits for the disk; off for data that is thrown away
 */
public record StackSettings(
        Path data, boolean durable, int ingestPort, int enrichPort, int sinkPort, int kafkaPort, int postgresPort) {
    /** A stack on free ports whose data is thrown away. */
    public static StackSettings throwAway(Path data) {
        return new StackSettings(data, false, 0, 0, 0, 0, 0);
    }
}
