package news.dateline.standalone;

import java.nio.file.Path;

/**
 * What the stack in one JVM is started with. A port of 0 is any free one.
 *
 * @param data folder of everything that the stack keeps
 * @param kept whether the data outlive the stack; if not, the database does not wait for the disk, and the folder is
 *     deleted when the stack is closed
 */
public record StackSettings(
        Path data, boolean kept, int ingestPort, int enrichPort, int sinkPort, int kafkaPort, int postgresPort) {
    /** A stack on free ports whose data is thrown away. */
    public static StackSettings throwAway(Path data) {
        return new StackSettings(data, false, 0, 0, 0, 0, 0);
    }

    /** A stack on free ports whose data stay. */
    public static StackSettings kept(Path data) {
        return new StackSettings(data, true, 0, 0, 0, 0, 0);
    }
}
