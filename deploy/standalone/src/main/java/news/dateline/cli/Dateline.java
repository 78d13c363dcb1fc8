package news.dateline.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command line. Results go to standard output, everything else to standard error. A wrong call exits with 2, a
 * failure with 1 and one line that says why.
 */
@Command(
        name = "dateline",
        description = "An event-streaming news pipeline: articles in, tagged articles out.",
        mixinStandardHelpOptions = true,
        version = "dateline 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            PushCommand.class,
            TailCommand.class,
            SearchCommand.class,
            ShowCommand.class,
            KillCommand.class,
            ApikeyCommand.class,
            DlqCommand.class,
            ExportCommand.class,
            RebuildCommand.class,
            ReprocessCommand.class,
            ExtractCommand.class,
            EnrichCommand.class,
            ChaosCommand.class
        })
public final class Dateline implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }

    public static void main(String[] args) {
        System.setOut(new PrintStream(System.out, false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        int code = commandLine().execute(args);
        System.out.flush();
        System.exit(code);
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Dateline());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((error, command, result) -> {
            System.err.println("dateline: " + Failure.explain(error));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }
}
