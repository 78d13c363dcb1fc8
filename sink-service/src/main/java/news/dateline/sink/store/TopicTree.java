package news.dateline.sink.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The IPTC Media Topics: which concept is broader than which. Immutable. */
public final class TopicTree {
    private static final String RESOURCE = "/sink/medtop.tsv";

    private final Map<String, String> broader = new HashMap<>();

    public TopicTree() {
        try (InputStream in = TopicTree.class.getResourceAsStream(RESOURCE)) {
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 3))
                    .filter(row -> !row[1].isEmpty())
                    .forEach(row -> broader.put(row[0], row[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }

    private void addWithBroader(String code, Set<String> codes) {
        for (String c = code; c != null && codes.add(c); ) {
            c = broader.get(c);
        }
    }

    /** These concepts and all broader ones. */
    public Set<String> withBroader(Iterable<String> codes) {
        Set<String> all = new HashSet<>();
        codes.forEach(code -> addWithBroader(code, all));
        return all;
    }
}
