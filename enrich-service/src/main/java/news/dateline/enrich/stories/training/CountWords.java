package news.dateline.enrich.stories.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.dateline.enrich.stories.StoryWords;

/** Makes the table of how many texts have a word, from a file with the columns of {@code topic-train.tsv}. */
public final class CountWords {
    /** A word in fewer texts counts as new. */
    private static final int LEAST = 4;

    private CountWords() {}

    /** Takes the file of texts, unpacked, and the table to write. */
    public static void main(String[] args) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(args[0]));
        Map<String, Integer> texts = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String text = line.split("\t", -1)[4];
            new HashSet<>(StoryWords.of(text, true)).forEach(word -> texts.merge(word, 1, Integer::sum));
        }
        StringBuilder table = new StringBuilder().append(lines.size() - 1).append('\n');
        new TreeMap<>(texts).forEach((word, count) -> {
            if (count >= LEAST) {
                table.append(word).append('\t').append(count).append('\n');
            }
        });
        Files.writeString(Path.of(args[1]), table);
    }
}
