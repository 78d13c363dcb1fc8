package news.dateline.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A part of the line in processes of its own, which can be killed, stopped, held up and kept from its disk. */
abstract class Part {
    private final String name;
    private boolean retired;

    Part(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Starts it; does not wait until it serves. Nothing is started any more once it is retired. */
    final synchronized void start() throws IOException {
        if (!retired) {
            launch();
        }
    }

    /** Ends it for good. */
    final synchronized void retire() {
        retired = true;
        kill();
    }

    abstract void launch() throws IOException;

    /** Tells it to end, and waits; whether it did. */
    abstract boolean stop() throws IOException;

    /** Its first process, null before the first start. */
    abstract ProcessHandle process();

    boolean isAlive() {
        ProcessHandle process = process();
        return process != null && process.isAlive();
    }

    /** SIGKILL to all of it. */
    void kill() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    void pause() throws IOException {
        signal("-STOP");
    }

    void resume() throws IOException {
        signal("-CONT");
    }

    /** No file can grow any more, as on a disk that is full: writing fails. */
    void fillDisk() throws IOException {
        limitFiles("1:");
    }

    void freeDisk() throws IOException {
        limitFiles("unlimited:");
    }

    private void limitFiles(String softLimit) throws IOException {
        for (ProcessHandle process : processes()) {
            run("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + softLimit);
        }
    }

    private void signal(String signal) throws IOException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes().forEach(process -> command.add(Long.toString(process.pid())));
        if (command.size() > 2) {
            run(command.toArray(String[]::new));
        }
    }

    /** A process that ended meanwhile makes the program fail, and that is no harm. */
    private static void run(String... command) throws IOException {
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private List<ProcessHandle> processes() {
        ProcessHandle first = process();
        return first == null || !first.isAlive()
                ? List.of()
                : Stream.concat(Stream.of(first), first.descendants()).toList();
    }
}
