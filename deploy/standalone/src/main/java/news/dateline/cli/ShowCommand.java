package news.dateline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one stored article. */
@Command(name = "show", description = "Show a stored article.", mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "Id of the article.")
    private String id;

    @Option(names = "--json", description = "Print the article as JSON.")
    private boolean json;

    @Option(names = "--why", description = "Say of each tag who made it, and what decided.")
    private boolean why;

    @Option(names = "--server", description = "Address of the sink service.")
    private String server;

    @Override
    public Integer call() {
        Http.Answer answer = new Http().get(Addresses.sink(server) + "/v1/articles/" + Http.encoded(id));
        if (!answer.isOk()) {
            throw new Failure(id + ": " + answer.detail());
        }
        if (json) {
            System.out.println(answer.text());
        } else if (why) {
            new WhyPrinter(System.out).print(answer.json());
        } else {
            new ArticlePrinter(System.out).whole(answer.json());
        }
        return 0;
    }
}
