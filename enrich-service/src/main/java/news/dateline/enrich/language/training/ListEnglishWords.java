package news.dateline.enrich.language.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes the list of common English words, names left out, from a file with the columns of {@code topic-train.tsv}. */
public final class ListEnglishWords {
    /** In how many texts a word must stand in lower case, and how often it may be capitalised for each time. */
    private static final int LEAST = 10;

    private static final int CAPITALISED = 3;

    /** A source whose texts are all in lower case tells no names from words. */
    private static final String WITHOUT_CAPITALS = "huffhead";

    private ListEnglishWords() {}

    /** Takes the file of texts, unpacked, and the list to write. */
    public static void main(String[] args) throws IOException {
        Map<String, Integer> lower = new HashMap<>();
        Map<String, Integer> capitalised = new HashMap<>();
        List<String> lines = Files.readAllLines(Path.of(args[0]));
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t", -1);
            if (!columns[0].equals(WITHOUT_CAPITALS)) {
                for (String word : Set.copyOf(List.of(columns[4].split("[^A-Za-z]+", -1)))) {
                    boolean name = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
                    (name ? capitalised : lower).merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum);
                }
            }
        }
        Set<String> words = new TreeSet<>(lower.keySet());
        words.removeIf(word -> word.length() < 2
                || lower.get(word) < LEAST
                || capitalised.getOrDefault(word, 0) >= CAPITALISED * lower.get(word));
        Files.writeString(Path.of(args[1]), String.join("\n", words) + "\n");
    }
}
