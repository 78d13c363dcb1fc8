package news.dateline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Kills an article. */
@Command(name = "kill", description = "Withdraw an article everywhere.", mixinStandardHelpOptions = true)
final class KillCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "Id of the article.")
    private String id;

    @Option(names = "--reason", required = true, description = "Why; shown to every consumer.")
    private String reason;

    @Option(names = "--server", description = "Address of the ingest service.")
    private String server;

    @Override
    public Integer call() {
        Http.Answer answer = new Http()
                .delete(Addresses.ingest(server) + "/v1/articles/" + Http.encoded(id) + "?reason="
                        + Http.encoded(reason));
        if (!answer.isOk()) {
            throw new Failure(id + ": " + answer.detail());
        }
        System.out.println(id);
        return 0;
    }
}
