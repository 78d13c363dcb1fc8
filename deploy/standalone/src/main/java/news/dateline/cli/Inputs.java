package news.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the files that a command names; {@code -} is standard input. */
final class Inputs {
    private Inputs() {}

    static byte[] read(String file) {
        try {
            return file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new Failure("There is no file " + file);
        } catch (IOException e) {
            throw new Failure("Cannot read " + file + ": " + e.getMessage());
        }
    }
}
