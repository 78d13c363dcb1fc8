package news.dateline.sink.articles;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import news.dateline.schemas.article.Paragraphs;

/**
 * What a version changed in the one before it.
 *
 * @param headline the headlines, where they differ
 * @param paragraphsAdded paragraphs of the body that the version before had not, in their order
 * @param paragraphsRemoved paragraphs of the version before that this one has not, in their order
 * @param otherFields names of the other members that differ, in alphabetical order
 */
record Changes(
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Headlines headline,
        List<String> paragraphsAdded,
        List<String> paragraphsRemoved,
        List<String> otherFields) {
    /** Told apart above, or different in every version. */
    private static final Set<String> NOT_OTHER =
            Set.of("headline", "body", "version", "receivedAt", "enrichedAt", "changes");

    /**
     * A changed headline.
     *
     * @param from the headline before
     * @param to the headline of this version
     */
    record Headlines(String from, String to) {}

    static Changes between(ObjectNode before, ObjectNode after) {
        String from = before.path("headline").asText();
        String to = after.path("headline").asText();
        List<String> old = paragraphs(before);
        List<String> now = paragraphs(after);
        return new Changes(
                from.equals(to) ? null : new Headlines(from, to),
                Paragraphs.without(now, old),
                Paragraphs.without(old, now),
                otherFields(before, after));
    }

    private static List<String> paragraphs(ObjectNode article) {
        return Arrays.stream(article.path("body").asText().split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static List<String> otherFields(ObjectNode before, ObjectNode after) {
        Set<String> names = new TreeSet<>();
        for (Iterator<String> i = before.fieldNames(); i.hasNext(); ) {
            names.add(i.next());
        }
        for (Iterator<String> i = after.fieldNames(); i.hasNext(); ) {
            names.add(i.next());
        }
        names.removeAll(NOT_OTHER);
        names.removeIf(name -> value(before, name).equals(value(after, name)));
        return List.copyOf(names);
    }

    private static JsonNode value(ObjectNode article, String name) {
        return article.has(name) ? article.get(name) : NullNode.getInstance();
    }
}
