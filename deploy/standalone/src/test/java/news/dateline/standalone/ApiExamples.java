package news.dateline.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A request that an API's own description gives as an example: the example of a body, or a query of the examples of all
 * parameters that have one.
 *
 * @param type media type of the body, null if there is none
 * @param answers statuses below 400 that the description allows
 */
record ApiExamples(String method, String path, String type, String body, Set<String> answers) {

    /** The examples of a description in YAML. */
    static List<ApiExamples> of(String openApi) {
        List<ApiExamples> examples = new ArrayList<>();
        map(map(yaml().load(openApi)).get("paths"))
                .forEach((path, methods) -> map(methods).forEach((method, operation) -> {
                    bodies(path, method, map(operation), examples);
                    queries(path, method, map(operation), examples);
                }));
        return examples;
    }

    /** OpenAPI is written in YAML 1.2, where what looks like a time is a string. */
    private static Yaml yaml() {
        LoaderOptions loading = new LoaderOptions();
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new Resolver() {
            @Override
            public void addImplicitResolver(Tag tag, Pattern form, String first, int limit) {
                if (!tag.equals(Tag.TIMESTAMP)) {
                    super.addImplicitResolver(tag, form, first, limit);
                }
            }
        });
    }

    private static void bodies(String path, String method, Map<String, Object> operation, List<ApiExamples> examples) {
        map(map(operation.get("requestBody")).get("content"))
                .forEach((type, content) -> map(map(content).get("examples"))
                        .forEach((name, example) -> examples.add(new ApiExamples(
                                method, path, type, text(map(example).get("value")), answers(operation)))));
    }

    private static void queries(String path, String method, Map<String, Object> operation, List<ApiExamples> examples) {
        List<String> query = new ArrayList<>();
        if (operation.get("parameters") instanceof List<?> parameters) {
            for (Object parameter : parameters) {
                Object example = map(parameter).get("example");
                if (example != null) {
                    query.add(map(parameter).get("name") + "=" + example);
                }
            }
        }
        if (!query.isEmpty()) {
            examples.add(new ApiExamples(method, path + "?" + String.join("&", query), null, null, answers(operation)));
        }
    }

    private static Set<String> answers(Map<String, Object> operation) {
        return map(operation.get("responses")).keySet().stream()
                .filter(status -> status.compareTo("400") < 0)
                .collect(Collectors.toSet());
    }

    /** JSON is valid YAML, so a JSON example is read as a map; it is written back. */
    private static String text(Object value) {
        return value instanceof String string
                ? string
                : new ObjectMapper().valueToTree(value).toString();
    }

    @SuppressWarnings("unchecked") // members of a description have names
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
