package news.dateline.enrich.topics;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import news.dateline.enrich.annotate.ArticleText;

/** Names the words of an article that spoke for a root the most, each taken by itself. Pure and thread-safe. */
final class TopicEvidence {
    /** Words looked at: those that come first. */
    private static final int MOST_WORDS = 150;

    private static final int MOST_CHARACTERS = 1_500;

    /** A word speaks for a root if, were it all the text, the root had this share; 17 roots share the text. */
    private static final double TELLING = 0.25;

    private static final int NAMED = 4;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Word(String text, double[] shares) {}

    private final List<Word> words;

    TopicEvidence(ArticleText text, TopicModel model) {
        Set<String> seen = new HashSet<>();
        String start = text.headline() + "\n" + text.standfirst() + "\n" + text.body();
        Words read = Words.of(start.substring(0, Math.min(MOST_CHARACTERS, start.length())));
        TreeMap<Integer, Word> telling = new TreeMap<>();
        for (int i = 0; i < Math.min(MOST_WORDS, read.size()); i++) {
            if (read.length(i) > 2 && seen.add(read.text(i, i + 1).toLowerCase(Locale.ROOT))) {
                double[] shares = model.shares(TextFeatures.plain(read, i, i + 1), false);
                if (shares != null) {
                    telling.put(i, new Word(read.text(i, i + 1), shares));
                }
            }
        }
        words = List.copyOf(telling.values());
    }

    /** As they stand in the article, the weightiest first; empty if no single word tells. */
    List<String> of(String code) {
        int root = Roots.index(code);
        return words.stream()
                .filter(word -> word.shares()[root] >= TELLING)
                .sorted(Comparator.comparingDouble((Word word) -> -word.shares()[root]))
                .limit(NAMED)
                .map(Word::text)
                .toList();
    }
}
