package news.dateline.enrich.stories;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * How much a word says: the logarithm of how few texts have it (inverse document frequency), counted once over short
 * news texts in English, so that it never depends on what came before. Thread-safe.
 */
final class Rarity {
    private static final String TABLE = "word-counts.tsv";

    private final Map<String, Integer> texts = new HashMap<>();
    private final double all;

    Rarity() {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Rarity.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            all = Integer.parseInt(in.readLine());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int tab = line.indexOf('\t');
                texts.put(line.substring(0, tab), Integer.valueOf(line.substring(tab + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + TABLE, e);
        }
    }

    double of(String word) {
        return Math.log((all + 1) / (texts.getOrDefault(word, 0) + 1));
    }
}
