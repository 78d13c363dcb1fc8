package news.dateline.ingest.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The test pages and the articles expected of them: {@code NAME.txt} or {@code NAME.html} beside {@code NAME.json}. */
final class PageFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PageFiles() {}

    static List<Path> in(String folder, String ending) {
        try (Stream<Path> files =
                Files.list(Path.of(PageFiles.class.getResource(folder).toURI()))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file beside the page expects, as pretty JSON. */
    static String expected(Path page) {
        String name = page.getFileName().toString();
        Path json = page.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".json");
        try {
            return JSON.readTree(json.toFile()).toPrettyString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The articles in the form of the expectations: unknown fields left out, the body as a list of paragraphs. */
    static String shown(List<PageArticle> articles) {
        ArrayNode all = JSON.createArrayNode();
        for (PageArticle article : articles) {
            ObjectNode shown = all.addObject();
            ObjectNode whole = JSON.valueToTree(article);
            whole.properties().forEach(field -> add(shown, field.getKey(), field.getValue()));
        }
        return all.toPrettyString();
    }

    private static void add(ObjectNode shown, String name, JsonNode value) {
        if (name.equals("body")) {
            ArrayNode paragraphs = shown.putArray(name);
            for (String paragraph : value.asText().split("\n\n", -1)) {
                paragraphs.add(paragraph);
            }
        } else if (!value.isNull() && !(value.isArray() && value.isEmpty())) {
            shown.set(name, value);
        }
    }
}
