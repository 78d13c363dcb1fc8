package news.dateline.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * PostgreSQL's own programs, unpacked once for each user into the cache folder ({@code XDG_CACHE_HOME}, else
 * {@code ~/.cache}). Thread-safe.
 */
final class PostgresPrograms {
    /** Enough of the packed programs to tell one release from another. */
    private static final int FINGERPRINTED = 256 * 1024;

    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);

    private final Path home;
    private final List<String> prefix;

    private PostgresPrograms(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    /**
     * The programs for this platform.
     *
     * @throws IOException if there are none, or the cache folder cannot be written
     */
    static PostgresPrograms unpacked() throws IOException {
        try (InputStream packed = packed()) {
            byte[] beginning = packed.readNBytes(FINGERPRINTED);
            Path home = cache().resolve("postgresql-" + fingerprint(beginning));
            if (!Files.isDirectory(home)) {
                unpack(new SequenceInputStream(new ByteArrayInputStream(beginning), packed), home);
            }
            return new PostgresPrograms(home, notAsRoot());
        }
    }

    /**
     * Runs a program to its end.
     *
     * @throws IOException if it fails; the message tells what it printed
     */
    void run(String program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (finish(process) != 0) {
            throw new IOException(program + " failed: " + printed.strip().replaceAll("\\s*\\R\\s*", "; "));
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it does. */
    private static List<String> notAsRoot() throws IOException {
        if (!SYSTEM.startsWith("linux") || !System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        List<String> unshare = List.of("unshare", "-U");
        Process trial = new ProcessBuilder("unshare", "-U", "true")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (finish(trial) != 0) {
            throw new IOException(
                    "PostgreSQL does not run as root where 'unshare -U' is not allowed;" + " run this as another user");
        }
        return unshare;
    }

    private static int finish(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL's programs ran", e);
        }
    }

    /** The file that zonky's jars of this platform carry. */
    private static InputStream packed() throws IOException {
        String system = SYSTEM.startsWith("mac") ? "darwin" : SYSTEM.startsWith("windows") ? "windows" : "linux";
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String kind =
                machine.matches("aarch64|arm64") ? "arm_64" : machine.matches("amd64|x86_64") ? "x86_64" : machine;
        String flavour = Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
        String name = "/postgres-" + system + "-" + kind + flavour + ".txz";
        InputStream packed = PostgresPrograms.class.getResourceAsStream(name);
        if (packed == null) {
            throw new IOException("There is no embedded PostgreSQL for " + system + " on " + machine);
        }
        return packed;
    }

    private static String fingerprint(byte[] beginning) {
        CRC32 crc = new CRC32();
        crc.update(beginning);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static void unpack(InputStream packed, Path home) throws IOException {
        Path fresh = Files.createTempDirectory(home.getParent(), "unpacking");
        try {
            Tarball.unpack(packed, fresh);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(fresh);
            if (!Files.isDirectory(home)) { // else another process was faster, and its copy is as good
                throw new IOException("Cannot unpack PostgreSQL into " + home + ": " + e.getMessage(), e);
            }
        }
    }

    private static Path cache() throws IOException {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return Files.createDirectories(base.resolve("dateline"));
    }
}
