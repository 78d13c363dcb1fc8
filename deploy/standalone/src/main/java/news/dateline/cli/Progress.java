package news.dateline.cli;

import java.io.Console;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * Says how far a push has come: a bar that redraws itself on a terminal, a line at the end of each input elsewhere. Not
 * thread-safe.
 */
final class Progress {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream out;
    private final boolean terminal;
    private String name = "";
    private long size = -1;
    private long read;
    private String counts = "";
    private long drawn;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On standard error, with a bar where somebody watches. */
    static Progress onStandardError() {
        return new Progress(System.err, isWatched());
    }

    @SuppressWarnings("SystemConsoleNull") // where it is never null, it can be asked
    private static boolean isWatched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true; // before Java 22, only a terminal is a console
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** An input begins; {@code size} is -1 where it is not known. */
    void begin(String input, long size) {
        this.name = input;
        this.size = size;
        this.read = 0;
    }

    /** The input's bytes, counted as they are read. */
    InputStream counted(InputStream input) {
        return new FilterInputStream(input) {
            @Override
            public int read() throws IOException {
                int b = in.read();
                read += b < 0 ? 0 : 1;
                return b;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = in.read(into, offset, length);
                read += Math.max(count, 0);
                return count;
            }
        };
    }

    void counts(int accepted, int rejected) {
        counts = accepted + " articles accepted" + (rejected > 0 ? ", " + rejected + " rejected" : "");
        if (terminal && System.nanoTime() - drawn > REDRAW_NANOS) {
            drawn = System.nanoTime();
            out.print("\r\033[K" + bar() + shortened(name) + ": " + counts);
            out.flush();
        }
    }

    /** A line for the user, above the bar. */
    void say(String line) {
        out.println((terminal ? "\r\033[K" : "") + "dateline: " + line);
    }

    void end() {
        say(name + ": " + counts);
    }

    private String bar() {
        if (size <= 0) {
            return "";
        }
        long part = Math.min(100, 100 * read / size);
        int full = (int) (WIDTH * part / 100);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + part + "% ";
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : "…" + name.substring(name.length() - 39);
    }
}
