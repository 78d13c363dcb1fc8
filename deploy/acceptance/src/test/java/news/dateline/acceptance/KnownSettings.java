package news.dateline.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The environment variables that a service reads: those of its settings file, of its code, and of Kafka's clients. */
final class KnownSettings {
    private static final Pattern IN_CODE = Pattern.compile(
            "(?:@Property\\(name = |@Value\\(|@ConfigurationProperties\\(|environment\\.get(?:OrDefault)?\\()\"(?:\\$\\{)?([\\w.-]+)");

    private KnownSettings() {}

    static Set<String> of(String service) {
        Path module = Path.of(service.equals("setup") ? "../setup" : "../../" + service + "-service");
        Set<String> names = new HashSet<>();
        Stream.of(
                        AdminClientConfig.configNames(),
                        ConsumerConfig.configNames(),
                        ProducerConfig.configNames(),
                        service.equals("enrich") ? StreamsConfig.configDef().names() : Set.<String>of())
                .flatMap(Set::stream)
                .forEach(name -> names.add(variable("kafka." + name)));
        for (Path sources : List.of(module, Path.of("../../http-edge"))) {
            names.addAll(inCode(sources.resolve("src/main/java")));
        }
        if (!service.equals("setup")) {
            flatten("", settings(module.resolve("src/main/resources/" + service + "/application.yml")), names);
        }
        return names;
    }

    private static Set<String> inCode(Path folder) {
        Set<String> names = new HashSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = IN_CODE.matcher(Files.readString(file));
                while (matcher.find()) {
                    names.add(variable(matcher.group(1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static JsonNode settings(Path file) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flatten(String prefix, JsonNode node, Set<String> names) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey(),
                            field.getValue(),
                            names));
        } else {
            names.add(variable(prefix));
        }
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
