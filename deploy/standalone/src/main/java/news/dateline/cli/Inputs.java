package news.dateline.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import news.dateline.ingest.gzip.GzipMembers;

/** Opens the files that a command names; {@code -} is standard input. What is gzipped is unpacked. */
final class Inputs {
    private static final int BEGINNING = 64 * 1024;

    private Inputs() {}

    /**
     * The files that these names stand for: a folder stands for all files in it and below, in the order of their names.
     * Hidden files and folders are left out.
     */
    static List<String> files(List<String> names) {
        List<String> files = new ArrayList<>();
        for (String name : names) {
            if (!name.equals("-") && Files.isDirectory(Path.of(name))) {
                files.addAll(within(Path.of(name)));
            } else {
                files.add(name);
            }
        }
        return files;
    }

    private static List<String> within(Path folder) {
        List<String> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
                    return below.equals(folder) || !isHidden(below)
                            ? FileVisitResult.CONTINUE
                            : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !isHidden(file)) {
                        files.add(file.toString());
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw unreadable(folder.toString(), e);
        }
        Collections.sort(files);
        return files;
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    static byte[] read(String file) {
        try (InputStream input = open(file)) {
            return input.readAllBytes();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The input, which can be marked and reset. */
    static BufferedInputStream open(String file) {
        return open(file, UnaryOperator.identity());
    }

    /** The input; {@code through} sees its bytes as they lie in the file. */
    static BufferedInputStream open(String file, UnaryOperator<InputStream> through) {
        try {
            InputStream opened = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
            BufferedInputStream raw = new BufferedInputStream(through.apply(opened), BEGINNING);
            return GzipMembers.begins(raw) ? new BufferedInputStream(GzipMembers.open(raw), BEGINNING) : raw;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The beginning of an input, which stays where it is. */
    static byte[] beginning(BufferedInputStream input) throws IOException {
        input.mark(BEGINNING + 1);
        byte[] beginning = input.readNBytes(BEGINNING);
        input.reset();
        return beginning;
    }

    static Failure unreadable(String file, IOException error) {
        return error instanceof NoSuchFileException
                ? new Failure("There is no file " + file)
                : new Failure("Cannot read " + file + ": " + error.getMessage());
    }
}
