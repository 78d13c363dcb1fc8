package news.dateline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import news.dateline.Entity;
import news.dateline.EntityType;
import news.dateline.Mention;
import news.dateline.enrich.entities.CrfModel;
import news.dateline.enrich.entities.EntityAnnotator;
import news.dateline.enrich.entities.ListedNames;
import news.dateline.enrich.explanation.WordReasons;

/**
 * Prints of each tag who made it and what decided: the lists that hold a name, the words without which it would not have
 * been found, what a link rests on, the words that spoke for a topic. What the article does not carry is found out anew
 * with the recognizer of this program; where another one made the tag, that is said.
 */
final class WhyPrinter {
    private static final int AROUND = 40;

    private final PrintStream out;
    private final EntityAnnotator recognizer;
    private final ListedNames lists;
    private final WordReasons words;

    WhyPrinter(PrintStream out) {
        CrfModel model = CrfModel.committed();
        this.out = out;
        this.recognizer = new EntityAnnotator(model);
        this.lists = new ListedNames(model);
        this.words = new WordReasons(recognizer);
    }

    void print(JsonNode article) {
        out.println(
                article.path("headline").asText() + "  (" + article.path("id").asText() + ", version "
                        + article.path("version").asInt() + ")");
        article.path("entities").forEach(entity -> entity(article, entity));
        article.path("topics").forEach(this::topic);
        out.println();
        article.path("models")
                .properties()
                .forEach(model -> line(model.getKey(), model.getValue().asText()));
    }

    private void entity(JsonNode article, JsonNode entity) {
        title(entity.path("type").asText(), entity, entity.path("name").asText());
        line("made by", maker(entity, "recognizer"));
        JsonNode first = entity.path("mentions").path(0);
        String field = text(article, first.path("field").asText());
        int count = entity.path("mentions").size();
        line("where", quoted(field, first) + (count > 1 ? " and " + (count - 1) + " more" : ""));
        line("on lists", String.join(", ", lists.of(entity.path("name").asText())));
        if (entity.path("recognizer").asText().startsWith(recognizer.model())) {
            line("words", reasons(article, field, first, entity));
        } else {
            line("words", "not told: another recognizer than this program's made it");
        }
        String link = entity.path("wikidata").isTextual()
                ? entity.path("wikidata").asText()
                : "GeoNames " + entity.path("geonames").asText();
        line("link", entity.path("evidence").isEmpty() ? "" : link + ": " + joined(entity.path("evidence")));
    }

    private void topic(JsonNode topic) {
        title(
                "TOPIC",
                topic,
                topic.path("name").asText() + " (" + topic.path("code").asText() + ")");
        line("made by", maker(topic, "classifier"));
        line("words", joined(topic.path("evidence")));
    }

    private void title(String kind, JsonNode tag, String name) {
        out.println();
        out.println(String.format(
                Locale.ROOT, "%s  %s  %.2f", kind, name, tag.path("score").asDouble()));
    }

    private static String maker(JsonNode tag, String by) {
        boolean editor = tag.path("origin").asText().equals("editor");
        return (editor ? "an editor, in place of " : "") + tag.path(by).asText();
    }

    private String reasons(JsonNode article, String field, JsonNode place, JsonNode entity) {
        Entity known = Entity.newBuilder()
                .setType(EntityType.valueOf(entity.path("type").asText()))
                .setName(entity.path("name").asText())
                .setScore(entity.path("score").asDouble())
                .setRecognizer(entity.path("recognizer").asText())
                .build();
        Mention mention = new Mention(
                place.path("field").asText(),
                place.path("start").asInt(),
                place.path("end").asInt(),
                place.path("text").asText());
        String language = article.path("language").asText("en").split("-", 2)[0];
        String found = words.of(field, mention, known, language).stream()
                .map(reason -> String.format(Locale.ROOT, "%s %.0f%%", reason.word(), reason.weight() * 100))
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? "no single one; the article as a whole" : found;
    }

    private static String text(JsonNode article, String field) {
        JsonNode value = article.path(field);
        if (!value.isArray()) {
            return value.asText("");
        }
        List<String> lines = new ArrayList<>();
        value.forEach(line -> lines.add(line.asText()));
        return String.join("\n", lines);
    }

    private static String quoted(String text, JsonNode mention) {
        int from = Math.max(0, mention.path("start").asInt() - AROUND);
        int to = Math.min(text.length(), mention.path("end").asInt() + AROUND);
        return mention.path("field").asText() + ": …"
                + text.substring(from, to).replace('\n', ' ').strip() + "…";
    }

    private static String joined(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return String.join(", ", texts);
    }

    private void line(String label, String value) {
        if (!value.isBlank()) {
            out.println(String.format(Locale.ROOT, "    %-10s %s", label, value));
        }
    }
}
