package news.dateline.cli;

import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command reads, and what is said of it: the same for every command that takes pages and articles. */
final class InputOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files, folders with all below them, or - for standard input.")
    List<String> files;

    @Option(names = "--type", defaultValue = "auto", description = "What they are: ${COMPLETION-CANDIDATES}.")
    InputType type;

    @Option(names = "--url", description = "Address of the page.")
    String url;

    @Option(names = "--source", description = "Id of the source of articles that name none.")
    String source;
}
