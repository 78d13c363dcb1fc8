package news.dateline.enrich.topics.training;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds which texts are about the same event, so that a split never puts an event on both sides. Wikipedia's current
 * events share their date, HuffPost headlines their first 60 letters. UCI headlines came without the number of their
 * story: there, two headlines with three rare words in common are one story.
 */
final class StoryKeys {

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^a-z]");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int HEADLINE_LETTERS = 60;
    private static final int RARE = 120;
    private static final int RARE_WORDS = 6;

    private final List<String[]> rows;
    private final int[] parents;

    private StoryKeys(List<String[]> rows) {
        this.rows = rows;
        this.parents = new int[rows.size()];
        Arrays.setAll(parents, i -> i);
    }

    static StoryKeys of(List<String[]> rows) {
        StoryKeys keys = new StoryKeys(rows);
        keys.joinHeadlines();
        return keys;
    }

    String key(int row) {
        String source = rows.get(row)[0];
        if (source.startsWith("cep")) {
            var date = DATE.matcher(rows.get(row)[1]);
            return date.find() ? date.group() : rows.get(row)[1];
        }
        if (source.startsWith("huff")) {
            String letters = NOT_A_LETTER
                    .matcher(rows.get(row)[4].toLowerCase(Locale.ROOT))
                    .replaceAll("");
            return letters.substring(0, Math.min(HEADLINE_LETTERS, letters.length()));
        }
        return source + top(row);
    }

    /** The fifth, 0 to 4, that a story belongs to: its key's SHA-1, first 32 bits, modulo five. */
    static int fifth(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(key.getBytes(StandardCharsets.UTF_8));
            long head =
                    (digest[0] & 255L) << 24 | (digest[1] & 255L) << 16 | (digest[2] & 255L) << 8 | digest[3] & 255L;
            return (int) (head % 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-1.", e);
        }
    }

    private void joinHeadlines() {
        Map<String, Integer> frequency = new HashMap<>();
        for (String[] row : rows) {
            words(row).forEach(word -> frequency.merge(word, 1, Integer::sum));
        }
        Map<String, Integer> firstWith = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> rare = words(rows.get(i)).stream()
                    .filter(word -> word.length() > 2 && frequency.get(word) <= RARE)
                    .sorted(Comparator.comparing((String word) -> frequency.get(word))
                            .thenComparing(word -> word))
                    .limit(RARE_WORDS)
                    .sorted()
                    .toList();
            for (String three : triples(rare)) {
                Integer other = firstWith.putIfAbsent(three, i);
                if (other != null) {
                    join(other, i);
                }
            }
        }
    }

    private static Set<String> words(String[] row) {
        if (!row[0].equals("uci")) {
            return Set.of();
        }
        return new TreeSet<>(Arrays.asList(row[4].toLowerCase(Locale.ROOT).split("\\W+", -1)));
    }

    private static Set<String> triples(List<String> words) {
        Set<String> triples = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                for (int k = j + 1; k < words.size(); k++) {
                    triples.add(words.get(i) + " " + words.get(j) + " " + words.get(k));
                }
            }
        }
        return triples;
    }

    private void join(int a, int b) {
        int topA = top(a);
        int topB = top(b);
        parents[Math.max(topA, topB)] = Math.min(topA, topB);
    }

    private int top(int row) {
        int at = row;
        while (parents[at] != at) {
            at = parents[at];
        }
        return at;
    }
}
