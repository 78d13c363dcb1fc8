package news.dateline.enrich.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The concepts of IPTC Media Topics that are in force, with their English names, in their tree of 17 roots and up to
 * five levels below (release 2025-10-09, CC BY 4.0). Codes are QCodes, {@code medtop:11000000}. Immutable and
 * thread-safe.
 */
public final class TopicVocabulary {
    private static final String RESOURCE = "medtop.tsv";

    private final Map<String, TopicConcept> concepts;
    private final Map<String, List<String>> narrower;
    private final Map<String, String> roots = new HashMap<>();

    private TopicVocabulary(Map<String, TopicConcept> concepts) {
        this.concepts = Collections.unmodifiableMap(concepts);
        Map<String, List<String>> children = new LinkedHashMap<>();
        for (TopicConcept concept : concepts.values()) {
            if (!concept.isRoot()) {
                children.computeIfAbsent(concept.broader(), code -> new ArrayList<>())
                        .add(concept.code());
            }
        }
        children.replaceAll((code, codes) -> List.copyOf(codes));
        this.narrower = Collections.unmodifiableMap(children);
        for (String code : concepts.keySet()) {
            List<String> chain = broader(code);
            roots.put(code, chain.isEmpty() ? code : chain.get(chain.size() - 1));
        }
    }

    /** The vocabulary that comes with the program. */
    public static TopicVocabulary load() {
        Map<String, TopicConcept> concepts = new LinkedHashMap<>();
        for (String[] row : table(RESOURCE)) {
            concepts.put(row[0], new TopicConcept(row[0], row[1], row[2], row[3]));
        }
        return new TopicVocabulary(concepts);
    }

    /** All codes, ascending. */
    public List<String> codes() {
        return List.copyOf(concepts.keySet());
    }

    /** The concept of a code; empty if there is none in force. */
    public Optional<TopicConcept> concept(String code) {
        return Optional.ofNullable(concepts.get(code));
    }

    /** The English name of a concept; empty if there is none in force. */
    public Optional<String> name(String code) {
        return concept(code).map(TopicConcept::name);
    }

    /** The broader concepts from the next one up to the root; empty for a root or an unknown code. */
    public List<String> broader(String code) {
        List<String> chain = new ArrayList<>();
        TopicConcept at = concepts.get(code);
        while (at != null && !at.isRoot()) {
            chain.add(at.broader());
            at = concepts.get(at.broader());
        }
        return chain;
    }

    /** The root that a concept is under; the code itself if it is one, or unknown. */
    public String root(String code) {
        return roots.getOrDefault(code, code);
    }

    /** The concepts one level down; empty if there are none. */
    public List<String> narrower(String code) {
        return narrower.getOrDefault(code, List.of());
    }

    /** The rows of a table beside this class, without comments. */
    static List<String[]> table(String resource) {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = TopicVocabulary.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    rows.add(line.split("\t", -1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + resource + " cannot be read.", e);
        }
        return rows;
    }
}
