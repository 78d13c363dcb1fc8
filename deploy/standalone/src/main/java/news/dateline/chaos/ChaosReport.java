package news.dateline.chaos;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a run ended.
 *
 * @param accepted deeds that the line accepted: articles, repeats, corrections, kills
 * @param poison records that nothing can be made of
 * @param answers how requests were answered, by status; {@code none} where the connection broke or the sender gave up
 * @param faults what happened, how often
 * @param revived how often a part ended by itself and was started again
 * @param connections how often the reader of the stream connected
 * @param events what it was told
 */
public record ChaosReport(
        ChaosSettings settings,
        int accepted,
        int poison,
        Map<String, Integer> answers,
        Map<String, Integer> faults,
        int revived,
        int connections,
        int events,
        Duration took,
        Map<String, Integer> findings,
        List<String> told) {
    /** Whether every promise was kept. */
    public boolean isClean() {
        return findings.values().stream().allMatch(count -> count == 0);
    }

    /** As JSON. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seed", settings.seed()).put("articles", settings.articles()).put("accepted", accepted);
        json.put("poison", poison).put("revived", revived);
        json.put("streamConnections", connections).put("streamEvents", events);
        json.put("seconds", took.toSeconds());
        put(json.putObject("answers"), answers);
        put(json.putObject("faults"), faults);
        put(json.putObject("findings"), findings);
        told.forEach(json.putArray("first")::add);
        return json;
    }

    /** As lines for people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "seed", settings.seed());
        line(text, "articles", settings.articles());
        line(text, "accepted", accepted + " (articles, repeats, corrections, kills)");
        line(text, "poison", poison);
        line(text, "answers", answers);
        line(text, "faults", faults);
        line(text, "revived", revived + " (parts that ended by themselves)");
        line(text, "stream", events + " events over " + connections + " connections");
        line(text, "took", took.toSeconds() + " s");
        findings.forEach((kind, count) -> line(text, kind, count));
        told.forEach(finding -> text.append("  ").append(finding).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append("%-18s %s%n".formatted(name, value));
    }

    private static void put(ObjectNode node, Map<String, Integer> counts) {
        counts.forEach(node::put);
    }
}
