package news.dateline.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that a stack keeps its data in, held for one stack alone by a file lock, which ends with the process. */
final class DataFolder implements AutoCloseable {
    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder.
     *
     * @throws InUseException if another stack has it
     */
    static DataFolder lock(Path data) throws IOException {
        FileChannel channel = FileChannel.open(
                data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DataFolder(channel);
            }
        } catch (OverlappingFileLockException e) {
            // answered below
        }
        channel.close();
        throw new InUseException("Another stack runs on the data in " + data);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another stack runs on the same data. */
    static final class InUseException extends IOException {
        InUseException(String message) {
            super(message);
        }
    }
}
