package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints articles for people: colours on a terminal alone, and not where NO_COLOR asks for none. */
final class ArticlePrinter {
    private static final int WIDTH = 96;
    private static final int LEAD = 2;
    private static final Map<String, String> TYPES =
            Map.of("PERSON", "People", "ORGANIZATION", "Organisations", "LOCATION", "Places", "EVENT", "Events");
    private static final List<String> ORDER = List.of("PERSON", "ORGANIZATION", "LOCATION", "EVENT");

    private final PrintStream out;
    private final boolean colours = Boolean.getBoolean("dateline.terminal") && System.getenv("NO_COLOR") == null;

    ArticlePrinter(PrintStream out) {
        this.out = out;
    }

    /** One article in a line. */
    void line(JsonNode article) {
        out.println(
                article.path("id").asText() + "  " + article.path("headline").asText("(killed)"));
    }

    /** An article with its first paragraphs and all its tags. */
    void whole(JsonNode article) {
        out.println();
        wrapped(article.path("headline").asText("(killed)")).forEach(text -> out.println(styled("1", text)));
        out.println(styled("2", origin(article)));
        article.path("standfirst").forEach(text -> hanging("  • ", text.asText()));
        out.println();
        String[] paragraphs = article.path("body").asText("").split("\n\n", -1);
        for (int i = 0; i < Math.min(LEAD, paragraphs.length); i++) {
            String dateline = i == 0 && article.path("dateline").isTextual()
                    ? article.path("dateline").asText() + " — "
                    : "";
            wrapped(dateline + paragraphs[i]).forEach(out::println);
            out.println();
        }
        if (paragraphs.length > LEAD) {
            out.println(styled("2", "… and " + (paragraphs.length - LEAD) + " paragraphs more"));
            out.println();
        }
        entities(article).forEach((type, names) -> hanging(padded(TYPES.getOrDefault(type, type)), names));
        List<String> topics = new ArrayList<>();
        article.path("topics")
                .forEach(topic -> topics.add(topic.path("name").asText()
                        + String.format(
                                Locale.ROOT, " (%.2f)", topic.path("score").asDouble())));
        if (!topics.isEmpty()) {
            hanging(padded("Topics"), String.join(" · ", topics));
        }
        out.println(styled(
                "2",
                padded("Id") + article.path("id").asText() + "  version "
                        + article.path("version").asInt()));
    }

    private static String origin(JsonNode article) {
        List<String> parts = new ArrayList<>();
        parts.add(article.path("source").path("name").asText(""));
        article.path("byline").forEach(name -> parts.add(name.asText()));
        parts.add(article.path("updatedAt").asText(article.path("publishedAt").asText("")));
        parts.add(article.path("language").asText(""));
        parts.removeIf(part -> part.isBlank() || part.equals("null") || part.equals("unknown"));
        return String.join(" | ", parts);
    }

    private static Map<String, String> entities(JsonNode article) {
        Map<String, String> byType = new LinkedHashMap<>();
        for (String type : ORDER) {
            List<String> names = new ArrayList<>();
            for (JsonNode entity : article.path("entities")) {
                if (entity.path("type").asText().equals(type)) {
                    int mentions = entity.path("mentions").size();
                    names.add(entity.path("name").asText() + (mentions > 1 ? " ×" + mentions : ""));
                }
            }
            if (!names.isEmpty()) {
                byType.put(type, String.join(" · ", names));
            }
        }
        return byType;
    }

    private static String padded(String label) {
        return String.format(Locale.ROOT, "%-15s", label);
    }

    private void hanging(String label, String text) {
        List<String> lines = wrapped(text, WIDTH - label.length());
        out.println(styled("36", label) + lines.get(0));
        lines.stream().skip(1).forEach(line -> out.println(" ".repeat(label.length()) + line));
    }

    private static List<String> wrapped(String text) {
        return wrapped(text, WIDTH);
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String styled(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
