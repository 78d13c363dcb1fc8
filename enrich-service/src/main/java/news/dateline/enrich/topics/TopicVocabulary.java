package news.dateline.enrich.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The English names of IPTC Media Topics by code, as published by IPTC. Immutable. */
final class TopicVocabulary {
    private static final String RESOURCE = "medtop-roots.tsv";

    private final Map<String, String> names;

    private TopicVocabulary(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /** The names of the 17 roots. */
    static TopicVocabulary roots() {
        Map<String, String> names = new HashMap<>();
        try (InputStream in = TopicVocabulary.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", 2);
                names.put(columns[0], columns[1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The topic vocabulary " + RESOURCE + " cannot be read", e);
        }
        return new TopicVocabulary(names);
    }

    /** The name of a code, null if there is none. */
    String name(String code) {
        return names.get(code);
    }
}
