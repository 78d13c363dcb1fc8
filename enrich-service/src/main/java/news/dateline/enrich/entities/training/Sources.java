package news.dateline.enrich.entities.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens the text files of the training data, plain or packed: {@code NAME} if it is there, else {@code NAME.xz}
 * through the program {@code xz}, which must then be installed.
 */
public final class Sources {

    private Sources() {}

    /** All lines of a UTF-8 file. */
    public static List<String> lines(Path file) throws IOException {
        if (Files.exists(file)) {
            return file.toString().endsWith(".xz") ? unpacked(file) : Files.readAllLines(file, StandardCharsets.UTF_8);
        }
        Path packed = file.resolveSibling(file.getFileName() + ".xz");
        if (!Files.exists(packed)) {
            throw new IOException("Neither " + file + " nor " + packed.getFileName() + " is there.");
        }
        return unpacked(packed);
    }

    public static boolean exists(Path file) {
        return Files.exists(file) || Files.exists(file.resolveSibling(file.getFileName() + ".xz"));
    }

    private static List<String> unpacked(Path packed) throws IOException {
        Process process = new ProcessBuilder("xz", "--decompress", "--stdout", packed.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines;
        try (InputStream out = process.getInputStream();
                BufferedReader reader = new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8))) {
            lines = reader.lines().toList();
        }
        try {
            if (process.waitFor() != 0) {
                throw new IOException("xz could not unpack " + packed + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while unpacking " + packed + ".", e);
        }
        return lines;
    }
}
