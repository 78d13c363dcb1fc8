package news.dateline.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import news.dateline.enrich.comparison.Difference;
import news.dateline.enrich.enrichment.Annotators;
import news.dateline.enrich.enrichment.Enrichment;
import news.dateline.schemas.article.InvalidArticleException;
import news.dateline.schemas.article.PublicationTime;
import news.dateline.schemas.wire.AvroSerdes;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tags history with other annotators into a parallel topic, reports what differs, and promotes or discards it. */
@Command(
        name = "reprocess",
        description =
                "Tag stored articles anew with the annotators of this program and its settings, into a topic beside "
                        + "the live one, and report the differences.",
        mixinStandardHelpOptions = true)
final class ReprocessCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private What what;

    /** One of three. */
    static final class What {
        @Option(
                names = "--into",
                paramLabel = "NAME",
                description = "Tag into news.articles.enriched.NAME, such as v2.")
        private String into;

        @Option(
                names = "--promote",
                paramLabel = "NAME",
                description = "Put the tags of NAME into the live topic; needs enrich-service stopped.")
        private String promote;

        @Option(names = "--discard", paramLabel = "NAME", description = "Delete what was tagged into NAME.")
        private String discard;
    }

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Articles received since this instant or date; all if not given.")
    private String since;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "A setting of recognizers, as below dateline.enrich.recognizers: folder=annotators, storms.on=true.")
    private Map<String, String> settings = new TreeMap<>();

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Bootstrap servers.")
    private String kafka;

    @Override
    public Integer call() {
        String servers = Addresses.kafka(kafka);
        AvroSerdes serdes = Addresses.serdes();
        if (what.discard != null) {
            new Reprocessing(servers, serdes, what.discard).discard();
            System.err.println("dateline: discarded " + what.discard);
        } else if (what.promote != null) {
            int written = new Reprocessing(servers, serdes, what.promote).promote();
            System.err.println(
                    "dateline: promoted " + written + " articles; 'dateline rebuild' brings them to the sink");
        } else {
            print(new Reprocessing(servers, serdes, what.into).run(new Enrichment(Annotators.load(settings)), since()));
        }
        return 0;
    }

    private Instant since() {
        try {
            return since == null ? Instant.EPOCH : PublicationTime.instant(since);
        } catch (InvalidArticleException e) {
            throw new Failure("--since: " + e.getMessage());
        }
    }

    private void print(Reprocessing.Report report) {
        if (json) {
            System.out.println(node(report));
            return;
        }
        System.out.println(report.articles() + " articles tagged into " + report.topic() + ", " + report.changed()
                + " of them differently");
        report.counts().forEach((kind, count) -> {
            System.out.println();
            System.out.println(count + " × " + words(kind));
            for (Difference example : report.examples().getOrDefault(kind, List.of())) {
                System.out.println("    " + example.article() + "  "
                        + (example.before().isEmpty() ? "" : example.before())
                        + (example.before().isEmpty() || example.after().isEmpty() ? "" : " → ")
                        + example.after());
            }
        });
    }

    private static ObjectNode node(Reprocessing.Report report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("topic", report.topic()).put("articles", report.articles()).put("changed", report.changed());
        ObjectNode differences = node.putObject("differences");
        report.counts().forEach((kind, count) -> {
            ObjectNode of = differences.putObject(words(kind)).put("count", count);
            report.examples()
                    .getOrDefault(kind, List.of())
                    .forEach(example -> of.withArray("examples")
                            .addObject()
                            .put("article", example.article())
                            .put("before", example.before())
                            .put("after", example.after()));
        });
        return node;
    }

    private static String words(Difference.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
