package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The dead letters of a running stack: a record that a service could not work on, in its own words. */
@Command(
        name = "dlq",
        description = "List, show, replay or discard dead letters.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DlqCommand implements Runnable {
    private static final int GROUP_SIZE = 100;

    @Spec
    private CommandSpec spec;

    private final Http http = new Http();

    /** Which dead letters. */
    static final class Group {
        @Option(names = "--service", description = "Service that failed.")
        private String service;

        @Option(names = "--error-class", description = "Class of the exception.")
        private String errorClass;

        @Option(names = "--topic", description = "Topic that the records came from.")
        private String topic;

        private String query() {
            List<String> parts = new ArrayList<>();
            add(parts, "service", service);
            add(parts, "errorClass", errorClass);
            add(parts, "topic", topic);
            return String.join("&", parts);
        }

        private static void add(List<String> parts, String name, String value) {
            if (value != null) {
                parts.add(name + "=" + Http.encoded(value));
            }
        }
    }

    /** One dead letter or a group of them. */
    static final class Target {
        @Parameters(paramLabel = "ID", description = "Id of the dead letter.")
        private String id;

        @ArgGroup(exclusive = false)
        private Group group;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }

    @Command(name = "list", description = "The newest dead letters and how many there are of each reason.")
    int list(
            @ArgGroup(exclusive = false) Group group,
            @Option(
                            names = "--state",
                            defaultValue = "waiting",
                            description = "waiting, replayed, discarded, erased or all.")
                    String state,
            @Option(names = "--limit", defaultValue = "50", description = "Most to list.") int limit,
            @Option(names = "--json", description = "Print the API's answer.") boolean json,
            @Option(names = "--server", description = "Address of the sink service.") String server,
            @Option(
                            names = {"-h", "--help"},
                            usageHelp = true,
                            description = "Show this help.")
                    boolean help) {
        String query = "?limit=" + limit + "&state=" + Http.encoded(state) + (group == null ? "" : "&" + group.query());
        Http.Answer answer = ok(http.get(url(server) + query));
        if (json) {
            System.out.println(answer.text());
            return 0;
        }
        answer.json()
                .path("groups")
                .forEach(reason -> System.err.println("dateline: "
                        + reason.path("count").asLong() + "  "
                        + reason.path("service").asText() + "  "
                        + reason.path("topic").asText() + "  "
                        + reason.path("errorClass").asText()));
        answer.json().path("deadLetters").forEach(DlqCommand::line);
        return 0;
    }

    @Command(name = "show", description = "A dead letter with its headers and its content.")
    int show(
            @Parameters(paramLabel = "ID", description = "Id of the dead letter.") String id,
            @Option(names = "--server", description = "Address of the sink service.") String server,
            @Option(
                            names = {"-h", "--help"},
                            usageHelp = true,
                            description = "Show this help.")
                    boolean help) {
        System.out.println(
                ok(http.get(url(server) + "/" + Http.encoded(id))).json().toPrettyString());
        return 0;
    }

    @Command(name = "replay", description = "Put a record, or all of a group, back onto the topic that it came from.")
    int replay(
            @ArgGroup(multiplicity = "1") Target target,
            @Option(names = "--server", description = "Address of the sink service.") String server,
            @Option(
                            names = {"-h", "--help"},
                            usageHelp = true,
                            description = "Show this help.")
                    boolean help) {
        if (target.id != null) {
            line(ok(http.post(url(server) + "/" + Http.encoded(target.id) + "/replay", "application/json", new byte[0]))
                    .json());
            return 0;
        }
        int replayed = 0;
        JsonNode done;
        do {
            done = ok(http.post(url(server) + "/replay?" + target.group.query(), "application/json", new byte[0]))
                    .json();
            replayed += done.path("count").asInt();
        } while (done.path("count").asInt() == GROUP_SIZE);
        System.out.println(replayed);
        done.path("refused")
                .forEach(refusal ->
                        System.err.println("dateline: " + refusal.path("id").asText() + ": "
                                + refusal.path("detail").asText()));
        return done.path("refused").isEmpty() ? 0 : CommandLine.ExitCode.SOFTWARE;
    }

    @Command(name = "discard", description = "Give a record, or all of a group, up; the reason is kept.")
    int discard(
            @ArgGroup(multiplicity = "1") Target target,
            @Option(names = "--reason", required = true, description = "Why.") String reason,
            @Option(names = "--server", description = "Address of the sink service.") String server,
            @Option(
                            names = {"-h", "--help"},
                            usageHelp = true,
                            description = "Show this help.")
                    boolean help) {
        String why = "?reason=" + Http.encoded(reason);
        if (target.id != null) {
            line(ok(http.delete(url(server) + "/" + Http.encoded(target.id) + why))
                    .json());
        } else {
            System.out.println(ok(http.delete(url(server) + why + "&" + target.group.query()))
                    .json()
                    .path("count")
                    .asInt());
        }
        return 0;
    }

    private static void line(JsonNode letter) {
        System.out.println(letter.path("id").asText() + "  "
                + letter.path("state").asText() + "  "
                + letter.path("time").asText() + "  " + letter.path("service").asText() + "  "
                + letter.path("topic").asText() + "-" + letter.path("partition").asInt() + "@"
                + letter.path("offset").asLong() + "  " + letter.path("message").asText());
    }

    private static Http.Answer ok(Http.Answer answer) {
        if (!answer.isOk()) {
            throw new Failure(answer.detail());
        }
        return answer;
    }

    private static String url(String server) {
        return Addresses.sink(server) + "/v1/dlq";
    }
}
