package news.dateline.ingest.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An object's members by their names in lower case: ninjs 1 and 2 write {@code versioncreated}, 3 {@code versionCreated}. */
final class Members {
    private final Map<String, JsonNode> members = new HashMap<>();

    Members(JsonNode object) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            members.putIfAbsent(member.getKey().toLowerCase(Locale.ROOT), member.getValue());
        }
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    boolean hasAny(String prefix) {
        return members.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    JsonNode node(String name) {
        return members.getOrDefault(name, MissingNode.getInstance());
    }

    /** The text of the first of these members that has one; a number counts as text. */
    String text(String... names) {
        for (String name : names) {
            JsonNode value = node(name);
            if (value.isTextual() && !value.textValue().isBlank()) {
                return value.textValue().strip();
            }
            if (value.isNumber()) {
                return value.asText();
            }
        }
        return null;
    }

    /** The objects of a member: an array's, or the values of an object, which ninjs 1 uses for named things. */
    List<Members> objects(String name) {
        List<Members> objects = new ArrayList<>();
        for (JsonNode item : node(name)) {
            if (item.isObject()) {
                objects.add(new Members(item));
            }
        }
        return objects;
    }
}
