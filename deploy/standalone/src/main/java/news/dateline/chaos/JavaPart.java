package news.dateline.chaos;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A part that is a Java program of this class path. What it prints goes to a file. */
final class JavaPart extends Part {
    private static final long PATIENCE_SECONDS = 60;

    private final Path log;
    private final List<String> command;
    private Process process;

    /**
     * Sets it up.
     *
     * @param program flags of the JVM, main class and arguments
     */
    JavaPart(String name, Path log, List<String> program) {
        super(name);
        this.log = log;
        command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag ->
                        flag.matches("-XX:SharedArchiveFile=.*|--enable-native-access=.*|--sun-misc-.*|-Xlog.*"))
                .forEach(command::add);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dlogback.configurationFile=cli/logback.xml",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(program);
    }

    @Override
    void launch() throws IOException {
        File file = log.toFile();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(file))
                .start();
    }

    @Override
    boolean stop() throws IOException {
        process.destroy();
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    ProcessHandle process() {
        return process == null ? null : process.toHandle();
    }
}
