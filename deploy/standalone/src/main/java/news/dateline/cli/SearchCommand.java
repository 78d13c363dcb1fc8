package news.dateline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches a running stack. */
@Command(name = "search", description = "Search the stored articles.", mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "QUERY", description = "Words, \"a phrase\", -not, or.")
    private String query;

    @Option(names = "--json", description = "Print the API's answer.")
    private boolean json;

    @Option(names = "--server", description = "Address of the sink service.")
    private String server;

    @Override
    public Integer call() {
        Http.Answer answer = new Http().get(Addresses.sink(server) + "/v1/articles?q=" + Http.encoded(query));
        if (!answer.isOk()) {
            throw new Failure(answer.detail());
        }
        if (json) {
            System.out.println(answer.text());
            return 0;
        }
        ArticlePrinter printer = new ArticlePrinter(System.out);
        System.err.println("dateline: found " + answer.json().path("total").asLong());
        answer.json().path("articles").forEach(printer::line);
        return 0;
    }
}
