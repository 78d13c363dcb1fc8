package news.dateline.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Reads the files that a command names; {@code -} is standard input. What is gzipped is unpacked, WARC apart. */
final class Inputs {
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private Inputs() {}

    static byte[] read(String file) {
        try (InputStream input = open(file)) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The input, which can be marked and reset. */
    static BufferedInputStream open(String file) {
        try {
            BufferedInputStream raw =
                    new BufferedInputStream(file.equals("-") ? System.in : Files.newInputStream(Path.of(file)));
            return !file.toLowerCase(Locale.ROOT).endsWith(".warc.gz") && isGzip(raw)
                    ? new BufferedInputStream(new GZIPInputStream(raw))
                    : raw;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static Failure unreadable(String file, IOException error) {
        return error instanceof NoSuchFileException
                ? new Failure("There is no file " + file)
                : new Failure("Cannot read " + file + ": " + error.getMessage());
    }

    private static boolean isGzip(BufferedInputStream input) throws IOException {
        input.mark(2);
        boolean gzip = input.read() == GZIP_FIRST && input.read() == GZIP_SECOND;
        input.reset();
        return gzip;
    }
}
